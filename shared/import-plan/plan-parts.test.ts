import { expect, it } from 'vitest';
import { readText } from '../formats/recognise.ts';
import { emptyDesign } from '../model/design.ts';
import { countingIds } from '../model/ids.ts';
import { joinedPlan, planImport, planParts, toldOf } from './index.ts';

const links = Array.from({ length: 60 }, (_, n) => `C${n},leaf-1,${n},dgx-${n},p1`);
const { content } = readText(
  ['cable_id,src_device,src_port,dst_device,dst_port', ...links, 'C1,leaf-1,,dgx-1,p2'].join('\n'),
);
if (content.gives !== 'rows') throw new Error(content.gives);
const { rows } = content;
const shares: number[] = [];
const plan = planImport(emptyDesign('x'), [{ file: 'a', rows }], countingIds(), [], (share) =>
  shares.push(share),
);

it('the parts of a plan are the plan, however small they are', () => {
  for (const lines of [1, 7, 1000]) {
    expect(joinedPlan([...planParts(plan, lines)], plan.same)).toEqual(plan);
  }
});

it('a plan tells how far it is', () => {
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

it('what is assumed of many alike is told of the first twenty and counted for the rest', () => {
  const told = toldOf(plan, 'a', new Set())
    .map(({ message }) => message)
    .filter((message) => message.includes('medium is not said'));
  const counted = told.filter((message) => /^\d+ more cables?: /.test(message));
  const rest = counted.reduce((sum, message) => sum + Number.parseInt(message, 10), 0);
  expect(counted.length).toBeGreaterThan(0);
  expect(told.length - counted.length).toBeLessThan(60);
  expect(told.length - counted.length + rest).toBe(60);
});
