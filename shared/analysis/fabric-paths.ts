/**
 * The ways through the fabrics, kept while the design is edited: node-leaf-node, node-leaf-spine-leaf-node, and
 * over cores. Each switch keeps the extreme arms that arrive at it; an edit goes up only as far as they change.
 */
import type { CableId } from '../model/ids.ts';
import { FabricGraph, type FabricWays } from './fabric-graph.ts';
import { type FabricCable, sameToWays } from './fabric-links.ts';
import { PatchLedger } from './patch-ledger.ts';

const NO_PIECES: FabricCable['pieces'] = [];

/** The ways of all fabrics. */
export class PathLedger {
  readonly #cables = new Map<CableId, FabricCable>();
  readonly #patches = new PatchLedger();
  readonly #fabrics = new Map<string, FabricGraph>();
  #touched = new Set<string>();

  /** Puts what a cable contributes in the place of what it did; null where it contributes nothing. */
  replace(id: CableId, after: FabricCable | null): void {
    const before = this.#cables.get(id);
    if (before) this.#touched.add(before.fabric);
    if (after) this.#touched.add(after.fabric);
    this.#patches.replace(id, after?.pieces ?? NO_PIECES);
    if (before && after && sameToWays(before, after)) return;
    if (before) this.#graph(before.fabric).change(before, false);
    if (after) this.#graph(after.fabric).change(after, true);
    if (after) this.#cables.set(id, after);
    else this.#cables.delete(id);
  }

  /** Takes over what the pieces of links over panels make now. */
  #followPatches(): void {
    const { before, after } = this.#patches.takeChanges();
    for (const link of before) this.#change(link, false);
    for (const link of after) this.#change(link, true);
  }

  #change(link: FabricCable, comes: boolean): void {
    this.#touched.add(link.fabric);
    this.#graph(link.fabric).change(link, comes);
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
    for (const fabric of this.#touched) {
      const ways = this.#graph(fabric).ways();
      const isEmpty = ways.groups.all.length === 0 && ways.ended.cables === 0;
      changed.set(fabric, isEmpty ? null : ways);
    }
    this.#touched = new Set();
    return changed;
  }
}
