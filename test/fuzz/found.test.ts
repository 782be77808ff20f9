/**
 * Damaged and hostile discovery files: each is refused in a sentence or gives links that a design can hold. No crash,
 * no hang.
 */
import { expect, it } from 'vitest';
import { recordSchema } from '../../shared/contract/record-schema.ts';
import { readFound } from '../../shared/formats/found/read-found.ts';
import { FormatError } from '../../shared/formats/index.ts';
import { foundNetwork } from '../../shared/found/fixture-found.ts';
import { pick, type Random, seeded, seedOfRun } from '../crash/random.ts';

const MUTANTS = 400;
/** An honest file takes a thousandth of it. */
const LONGEST_MS = 3_000;

const HONEST: readonly string[] = [
  'graph G {\n "leaf01":"swp51" -- "spine01":"swp1" [BFD="minrx=300"];\n a:b--c:d // x\n /* y */ }\n',
  'name: x\ntopology:\n  nodes:\n    n1: {kind: linux}\n    n2:\n  links:\n    - endpoints: ["n1:e1-1", "n2:${A:=eth1}"]\n    - type: veth\n      endpoints:\n        - {node: n1, interface: e2}\n        - {node: n2, interface: e3}\n',
  'Switch\t65 "S-00a1"\t\t# "MF0;leaf01:MQM9700/U1" enhanced port 0 lid 3 lmc 0\n[1]\t"H-00c1"[1](c1) \t\t# "dgx01 mlx5_0" lid 10 4xNDR\n\nCa\t1 "H-00c1"\t\t# "dgx01 mlx5_0"\n[1](c1) \t"S-00a1"[1]\t\t# lid 10 lmc 0 "MF0;leaf01:MQM9700/U1" lid 3 4xNDR\n',
  'Switch: 0xb8 MF0;leaf01:MQM9700/U1:\n   3    1[  ] ==( 4X        106.25 Gbps Active/  LinkUp)==>      10    1[  ] "dgx01 mlx5_0" ( Could be 4X 53.125 Gbps)\n   3   34[  ] ==(                Down/ Polling)==>             [  ] "" ( )\n',
  'MQM9700 leaf01\n   P1 -4x-100G-> HCA_1 dgx01 mlx5_0/P1\n   P33 -4x-100G-> MQM9700 spine01 P1\n\n',
  '{"lldp":{"interface":[{"swp51":{"chassis":{"spine01":{"id":{"type":"mac","value":"44:38"}}},"port":{"id":{"type":"ifname","value":"swp1"},"descr":"x"}}}]}}',
];

const SNIPPETS = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '--',
  '->',
  '/*',
  '//',
  '#',
  ':',
  ';',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\ud800',
  '\uFEFF',
  '&a ',
  '*a',
  '<<: *a\n',
  '${',
  '==(',
  '9'.repeat(400),
  'x'.repeat(5_000),
  '"__proto__":{"x":1},',
  'null',
  '服',
];

function mutate(text: string, random: Random): string {
  let mutant = text.repeat(1 + pick(random, 3));
  for (let times = 1 + pick(random, 4); times > 0; times -= 1) {
    const at = pick(random, mutant.length + 1);
    const until = Math.min(mutant.length, at + pick(random, 30));
    const snippet = SNIPPETS[pick(random, SNIPPETS.length)] ?? '';
    const kind = pick(random, 4);
    if (kind === 0) mutant = mutant.slice(0, at) + snippet + mutant.slice(at);
    else if (kind === 1) mutant = mutant.slice(0, at) + mutant.slice(until);
    else if (kind === 2) mutant = mutant.slice(0, at) + snippet + mutant.slice(until);
    else mutant = mutant.slice(0, until) + mutant.slice(at);
  }
  return mutant;
}

function check(text: string, what: string): void {
  const start = performance.now();
  try {
    const { format, links } = readFound(text, 'leaf01.txt');
    const record = { ...foundNetwork([]), format, links };
    expect(recordSchema.safeParse(record).error?.issues, what).toBeUndefined();
  } catch (error) {
    expect(error, what).toBeInstanceOf(FormatError);
    expect((error as FormatError).message, what).toMatch(/^[^\n]+$/);
  }
  expect(performance.now() - start, `${what}: too slow`).toBeLessThan(LONGEST_MS);
}

it('holds against mutants of every kind', () => {
  const seed = seedOfRun('found fuzz');
  const random = seeded(seed);
  for (const honest of HONEST) {
    for (let n = 0; n < MUTANTS; n += 1) {
      const text = mutate(honest, random);
      check(text, `PLENUM_SEED=${seed}: ${JSON.stringify(text).slice(0, 400)}`);
    }
  }
});

it.each([
  ['braces', `graph G ${'{'.repeat(200_000)}`],
  ['brackets', `graph G { a -- b ${'['.repeat(200_000)} }`],
  ['one long name', `graph G { ${'a'.repeat(1_000_000)} -- b }`],
  ['colons', `graph G { a${':b'.repeat(200_000)} }`],
  ['spaces in a line', `Switch: 0x1 a:\n${' '.repeat(200_000)}1[ ] ==( Down)==> [ ] "" x`],
  ['many lists', `topology:\n  nodes: ${'['.repeat(100_000)}`],
  ['deep JSON', `{"lldp":${'['.repeat(100_000)}`],
])('a file of %s ends soon', (_, text) => check(text, 'hostile'));
