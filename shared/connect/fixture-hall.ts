/** Nodes and leaves for tests: so many DGX H100 and QM9700 in racks of their own, with nothing cabled. */
import type { Design } from '../model/design.ts';
import { startDraft } from '../samples/draft.ts';

/** Nodes are called `dgx-01` …, leaves `leaf-1` …; nodes stand four to a rack, leaves 36. */
export function hall({
  nodes,
  leaves,
}: {
  readonly nodes: number;
  readonly leaves: number;
}): Design {
  const draft = startDraft('Hall');
  for (let first = 0; first < leaves; first += 36) {
    const rack = draft.rack(`L${twoDigits(first / 36 + 1)}`, { widthMm: 750, maxPowerW: 20_000 });
    for (let place = 1; place <= Math.min(36, leaves - first); place += 1) {
      const name = `leaf-${first + place}`;
      draft.device(rack, { name, type: 'nvidia-qm9700', u: 40 - place, face: 'rear' });
    }
  }
  for (let first = 0; first < nodes; first += 4) {
    const rack = draft.rack(`N${twoDigits(first / 4 + 1)}`, { widthMm: 600, maxPowerW: 44_000 });
    for (let place = 0; place < Math.min(4, nodes - first); place += 1) {
      const name = `dgx-${twoDigits(first + place + 1)}`;
      draft.device(rack, { name, type: 'nvidia-dgx-h100', u: 3 + 8 * place, face: 'front' });
    }
  }
  return draft.build();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
