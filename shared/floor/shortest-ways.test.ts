import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edge } from './pathway-network.ts';
import { ShortestWays } from './shortest-ways.ts';

const NODES = 9;
const node = fc.integer({ min: 0, max: NODES - 1 });
const joint = fc.tuple(node, node, fc.integer({ min: 1, max: 12 }));

function networkOf(joints: readonly (readonly [number, number, number])[]) {
  const edges: Edge[][] = Array.from({ length: NODES }, () => []);
  for (const [from, to, lengthMm] of joints) {
    if (from === to) continue;
    edges[from]?.push({ to, lengthMm, piece: null });
    edges[to]?.push({ to: from, lengthMm, piece: null });
  }
  return { pieces: [], edges };
}

/** All lengths at once (Floyd and Warshall). */
function lengthsIn({ edges }: ReturnType<typeof networkOf>): number[][] {
  const mm = edges.map((_, from) =>
    edges.map((__, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)),
  );
  const at = (from: number, to: number): number => mm[from]?.[to] ?? Number.POSITIVE_INFINITY;
  const lower = (from: number, to: number, length: number): void => {
    const row = mm[from];
    if (row && length < at(from, to)) row[to] = length;
  };
  for (const [from, all] of edges.entries()) {
    for (const { to, lengthMm } of all) lower(from, to, lengthMm);
  }
  for (let over = 0; over < NODES; over += 1) {
    for (let from = 0; from < NODES; from += 1) {
      for (let to = 0; to < NODES; to += 1) lower(from, to, at(from, over) + at(over, to));
    }
  }
  return mm;
}

test('law: no way is shorter, its edges lead there and are as long, and both ways are one length', () => {
  fc.assert(
    fc.property(fc.array(joint, { maxLength: 24 }), (joints) => {
      const network = networkOf(joints);
      const [ways, mm] = [new ShortestWays(network), lengthsIn(network)];
      for (let from = 0; from < NODES; from += 1) {
        for (let to = 0; to < NODES; to += 1) {
          const length = ways.lengthMm(from, to);
          expect(length).toBe(mm[from]?.[to]);
          expect(ways.lengthMm(to, from)).toBe(length);
          const edges = ways.edges(from, to);
          if (!Number.isFinite(length) || from === to) expect(edges).toEqual([]);
          else {
            expect(edges.at(-1)?.to).toBe(to);
            expect(edges.reduce((sum, edge) => sum + edge.lengthMm, 0)).toBe(length);
          }
        }
      }
    }),
  );
});
