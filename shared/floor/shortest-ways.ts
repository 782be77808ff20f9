/** The shortest ways over a network of pathways (Dijkstra), from one node to all, kept. */
import type { Mm } from '../units/length.ts';
import type { Edge, PathwayNetwork } from './pathway-network.ts';

/** From one node: how far it is to each, and by which edge one comes there. */
interface Reached {
  readonly mm: Float64Array;
  readonly by: readonly (Edge | undefined)[];
  readonly before: Int32Array;
}

export class ShortestWays {
  readonly #network: PathwayNetwork;
  readonly #from = new Map<number, Reached>();

  constructor(network: PathwayNetwork) {
    this.#network = network;
  }

  /** Length of the shortest way, mm; infinite where there is none. */
  lengthMm(from: number, to: number): Mm {
    return this.#reached(from).mm[to] ?? Number.POSITIVE_INFINITY;
  }

  /** The edges of that way, in order. */
  edges(from: number, to: number): readonly Edge[] {
    const { by, before } = this.#reached(from);
    const edges: Edge[] = [];
    for (let node = to; node !== from; ) {
      const edge = by[node];
      const last = before[node];
      if (!edge || last === undefined) return [];
      edges.push(edge);
      node = last;
    }
    return edges.reverse();
  }

  #reached(from: number): Reached {
    let reached = this.#from.get(from);
    if (!reached) this.#from.set(from, (reached = reach(this.#network, from)));
    return reached;
  }
}

function reach({ edges }: PathwayNetwork, from: number): Reached {
  const count = edges.length;
  const mm = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const by: (Edge | undefined)[] = Array.from({ length: count });
  const before = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  const open = new Heap();
  mm[from] = 0;
  open.push(from, 0);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (done[node]) continue;
    done[node] = 1;
    const soFar = mm[node] ?? 0;
    for (const edge of edges[node] ?? []) {
      const length = soFar + edge.lengthMm;
      const known = mm[edge.to] ?? 0;
      // Of ways as long as each other the one over the lower node: the same whoever asks.
      if (length > known || (length === known && node >= (before[edge.to] ?? 0))) continue;
      mm[edge.to] = length;
      by[edge.to] = edge;
      before[edge.to] = node;
      if (length < known) open.push(edge.to, length);
    }
  }
  return { mm, by, before };
}

/** The node with the least length comes first. */
class Heap {
  readonly #nodes: number[] = [];
  readonly #lengths: number[] = [];

  push(node: number, length: number): void {
    let at = this.#nodes.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#lengths[parent] ?? 0) <= length) break;
      this.#set(at, this.#nodes[parent] ?? 0, this.#lengths[parent] ?? 0);
      at = parent;
    }
    this.#set(at, node, length);
  }

  pop(): number | undefined {
    const [first] = this.#nodes;
    const node = this.#nodes.pop();
    const length = this.#lengths.pop();
    if (first === undefined || node === undefined || length === undefined) return first;
    const count = this.#nodes.length;
    if (count === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && (this.#lengths[child + 1] ?? 0) < (this.#lengths[child] ?? 0))
        child += 1;
      if ((this.#lengths[child] ?? 0) >= length) break;
      this.#set(at, this.#nodes[child] ?? 0, this.#lengths[child] ?? 0);
      at = child;
    }
    this.#set(at, node, length);
    return first;
  }

  #set(at: number, node: number, length: number): void {
    this.#nodes[at] = node;
    this.#lengths[at] = length;
  }
}
