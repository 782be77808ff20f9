import { describe, expect, it } from 'vitest';
import { EMPTY_DIFF } from '../model/diff.ts';
import { buildSample } from '../samples/index.ts';
import { CALL_SCHEMAS } from './ipc-schema.ts';

const schema = CALL_SCHEMAS['version.create'];
const [cable] = [...buildSample('first-rack').cables.values()];
const change = { ...EMPTY_DIFF, updated: [[cable, { ...cable, medium: 'aoc', awg: null }]] };

describe('keeping a version through the door', () => {
  it('takes the design as it is, or a change of it', () => {
    expect(schema.safeParse({ handle: 'h', name: 'One', change: null }).success).toBe(true);
    expect(schema.safeParse({ handle: 'h', name: 'One', change }).success).toBe(true);
  });

  it.each([
    ['no change and no null', { handle: 'h', name: 'One' }],
    ['no name', { handle: 'h', name: '', change: null }],
    ['a path', { handle: 'h', name: 'One', change: null, path: '/etc/passwd' }],
    ['a record of no kind', { handle: 'h', name: 'One', change: { ...EMPTY_DIFF, added: [{}] } }],
    [
      'a wire that there is not',
      { handle: 'h', name: 'One', change: { ...EMPTY_DIFF, added: [{ ...cable, awg: 99 }] } },
    ],
    [
      'more than any design holds',
      {
        handle: 'h',
        name: 'One',
        change: { ...EMPTY_DIFF, removed: Array.from({ length: 1_000_001 }, () => cable) },
      },
    ],
  ])('refuses %s', (_, input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});
