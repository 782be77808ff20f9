/** Walking the tree with the arrow keys: up and down among neighbours, right into a thing, left out of it. */
import type { Design } from '../../../shared/model/design.ts';
import { childrenOf, keyOf, type MirrorNode, parentOf, siblingsOf } from './mirror-tree.ts';

/** Neighbours passed over by Page Up and Page Down. */
const PAGE = 10;

/** Where a key leads from a node; null when the key does not walk. */
export function walk(design: Design, from: MirrorNode, key: string): MirrorNode | null {
  switch (key) {
    case 'ArrowDown':
      return beside(design, from, 1);
    case 'ArrowUp':
      return beside(design, from, -1);
    case 'PageDown':
      return beside(design, from, PAGE);
    case 'PageUp':
      return beside(design, from, -PAGE);
    case 'Home':
      return siblingsOf(design, from)[0] ?? from;
    case 'End':
      return siblingsOf(design, from).at(-1) ?? from;
    case 'ArrowRight':
      return childrenOf(design, from)[0] ?? from;
    case 'ArrowLeft':
      return parentOf(design, from) ?? from;
    default:
      return null;
  }
}

function beside(design: Design, from: MirrorNode, steps: number): MirrorNode {
  const siblings = siblingsOf(design, from);
  const key = keyOf(from);
  const at = siblings.findIndex((node) => keyOf(node) === key);
  return siblings[Math.max(0, Math.min(siblings.length - 1, at + steps))] ?? from;
}
