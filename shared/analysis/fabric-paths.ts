/**
 * The ways through the fabrics, kept while the design is edited: node-leaf-node, node-leaf-spine-leaf-node, and
 * over cores. Each switch keeps the extreme arms that arrive at it; an edit goes up only as far as they change.
 */
import type { CableId } from '../model/ids.ts';
import { FabricGraph, type FabricWays } from './fabric-graph.ts';
import type { FabricCable } from './fabric-links.ts';
import { PatchLedger } from './patch-ledger.ts';

const NO_PIECES: FabricCable['pieces'] = [];

/** The ways of all fabrics. */
export class PathLedger {
  readonly #patches = new PatchLedger();
  readonly #fabrics = new Map<string, FabricGraph>();
  #touched: FabricGraph[] = [];
  /** The fabric that was asked for last, which mostly is the next one too. */
  #last: FabricGraph | null = null;

  /**
   * Puts what a cable contributes in the place of what it did; null where it contributes nothing.
   * @param before what was handed over for it last
   * @param after with the same links, where they are the same to every way (`withLinksOf`)
   */
  replace(id: CableId, before: FabricCable | null, after: FabricCable | null): void {
    const from = before && this.#touch(before.fabric);
    const to = after && this.#touch(after.fabric);
    const pieces = after?.pieces ?? NO_PIECES;
    if (pieces.length > 0 || (before?.pieces.length ?? 0) > 0) this.#patches.replace(id, pieces);
    if (from === to && before?.links === after?.links) return;
    if (before) from?.change(before, false);
    if (after) to?.change(after, true);
  }

  /** Takes over what the pieces of links over panels make now. */
  #followPatches(): void {
    const { before, after } = this.#patches.takeChanges();
    for (const link of before) this.#touch(link.fabric).change(link, false);
    for (const link of after) this.#touch(link.fabric).change(link, true);
  }

  #touch(fabric: string): FabricGraph {
    const graph = this.#last?.fabric === fabric ? this.#last : this.#graph(fabric);
    this.#last = graph;
    if (!graph.isTouched) {
      graph.isTouched = true;
      this.#touched.push(graph);
    }
    return graph;
  }

  #graph(fabric: string): FabricGraph {
    let graph = this.#fabrics.get(fabric);
    if (!graph) {
      graph = new FabricGraph(fabric);
      this.#fabrics.set(fabric, graph);
    }
    return graph;
  }

  /** The fabrics with a cable that changed since the last call; null for one without a way, whole or ended. */
  takeTouched(): ReadonlyMap<string, FabricWays | null> {
    const changed = new Map<string, FabricWays | null>();
    this.#followPatches();
    for (const graph of this.#touched) {
      graph.isTouched = false;
      const ways = graph.ways();
      const isEmpty = ways.groups.all.length === 0 && ways.ended.cables === 0;
      changed.set(graph.fabric, isEmpty ? null : ways);
    }
    this.#touched = [];
    return changed;
  }
}
