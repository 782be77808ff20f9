/** Dragging a rack by its title to another place in its row or in another row. */
import type { Layout } from '../../../shared/drawing/layout.ts';
import { RACK_GAP_MM, TITLE_MM } from '../../../shared/drawing/layout.ts';
import type { Design } from '../../../shared/model/design.ts';
import { racksInRow } from '../../../shared/model/design-index.ts';
import type { RackId, RowId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import { reorderRack } from '../edits/rack-edits.ts';
import type { Point } from '../geometry.ts';
import type { Guide } from '../overlay.ts';
import { rackBox } from '../places.ts';
import { clearOverlay, showOverlay } from './show.ts';
import type { Gesture } from './tool.ts';

interface Gap {
  readonly rowId: RowId;
  /** Place among the other racks of the row. */
  readonly index: number;
  readonly guide: Guide;
}

export function reorderingRack(editor: Editor, rackId: RackId): Gesture {
  let gap: Gap | null = null;
  return {
    move({ screen }) {
      gap = gapAt(editor.state.design, editor.layout, rackId, worldAt(editor, screen));
      showOverlay(editor, {
        liftedRack: rackId,
        guides: gap ? [gap.guide] : [],
        cursor: gap ? 'grabbing' : 'not-allowed',
        hint: say('editor.hint.reordering'),
      });
    },
    end() {
      clearOverlay(editor);
      if (gap) editor.perform(reorderRack(editor.state.design, rackId, gap.rowId, gap.index));
    },
    cancel() {
      clearOverlay(editor);
    },
  };
}

/** The gap between two racks that is nearest to the point, in the row the point is in. */
function gapAt(design: Design, layout: Layout, rackId: RackId, at: Point): Gap | null {
  const row = layout.rows.reduce<Layout['rows'][number] | null>((best, each) => {
    const off = (box: Layout['rows'][number]): number => Math.abs(box.y + box.height / 2 - at.y);
    return best === null || off(each) < off(best) ? each : best;
  }, null);
  if (!row) return null;
  const others = racksInRow(design, row.rowId).filter((rack) => rack.id !== rackId);
  const boxes = others.flatMap((rack) => rackBox(layout, rack.id) ?? []);
  const index = boxes.filter((box) => box.x + box.width / 2 < at.x).length;
  const [left, right] = [boxes[index - 1], boxes[index]];
  const x = right
    ? right.x - RACK_GAP_MM / 2
    : left
      ? left.x + left.width + RACK_GAP_MM / 2
      : row.x;
  const line = { from: { x, y: row.y + TITLE_MM / 2 }, to: { x, y: row.y + row.height } };
  return { rowId: row.rowId, index, guide: { kind: 'insertion', ...line, label: '' } };
}
