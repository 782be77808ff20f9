/**
 * Which part of the tree stands in the page: the rows, and around the node in focus the nodes it lies in with
 * their neighbours. So a thousand racks cost as little as ten; positions are told in full by numbers.
 */
import type { Design } from '../../../shared/model/design.ts';
import {
  childrenOf,
  hasChildren,
  keyOf,
  levelOf,
  type MirrorNode,
  pathTo,
  rootNodes,
} from './mirror-tree.ts';

/** Neighbours kept on each side of the focus, per level. */
const REACH = 24;

export interface MirrorLine {
  readonly node: MirrorNode;
  readonly key: string;
  readonly level: number;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly count: number;
  /** Open when the focus lies in it; null when it holds nothing. */
  readonly expanded: boolean | null;
}

/** The lines to show, in reading order, around the focus. */
export function mirrorLines(design: Design, focus: MirrorNode): readonly MirrorLine[] {
  const path = pathTo(design, focus);
  const lines: MirrorLine[] = [];
  append(design, rootNodes(design), path, lines);
  return lines;
}

function append(
  design: Design,
  siblings: readonly MirrorNode[],
  path: readonly MirrorNode[],
  lines: MirrorLine[],
): void {
  const [here, ...further] = path;
  if (!here) return;
  const keyHere = keyOf(here);
  const at = siblings.findIndex((node) => keyOf(node) === keyHere);
  const first = Math.max(0, at - REACH);
  for (const [i, node] of siblings.slice(first, at + REACH + 1).entries()) {
    const key = keyOf(node);
    const opened = key === keyHere && further.length > 0;
    lines.push({
      node,
      key,
      level: levelOf(node),
      position: first + i + 1,
      count: siblings.length,
      expanded: hasChildren(design, node) ? opened : null,
    });
    if (opened) append(design, childrenOf(design, node), further, lines);
  }
}
