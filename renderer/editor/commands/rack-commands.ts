/** Adding, ordering and closing racks. */
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { racksInRow } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { revealed } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { removeEmptyRows } from '../edits/delete-edits.ts';
import { blankEmptyUnits } from '../edits/device-edits.ts';
import { type EditAnswer, refused } from '../edits/edit.ts';
import { addRacks, addRow, DEFAULT_RACK, reorderRack } from '../edits/rack-edits.ts';
import { selectionBox } from '../places.ts';
import { all, type Command, editing, mayEdit, when } from './command.ts';

/** A new rack is like the one selected, or like the last one, and stands in the same row. */
function addRackBeside(editor: Editor): EditAnswer {
  const { design, selection } = editor.state;
  const [selected] = selection.racks;
  const like = (selected === undefined ? null : design.racks.get(selected)) ?? lastRack(design);
  if (!like) return addRacks(design, editor.ids, DEFAULT_RACK);
  const { frame, heightU, widthMm, depthMm, maxWeightKg, maxPowerW, frontDoorOpen, rearDoorOpen } =
    like;
  const doors = { frontDoorOpen, rearDoorOpen };
  const spec = { frame, heightU, widthMm, depthMm, maxWeightKg, maxPowerW, ...doors };
  return addRacks(design, editor.ids, spec, { rowId: like.rowId });
}

function lastRack(design: Design): ReturnType<typeof design.racks.get> {
  return [...design.racks.values()].at(-1);
}

function moveBy(direction: 1 | -1): (design: Design, editor: Editor) => EditAnswer {
  return (design, { state }) => {
    const [id] = state.selection.racks;
    const rack = id === undefined ? undefined : design.racks.get(id);
    if (!rack) return refused('editor.needs.racks');
    const index = racksInRow(design, rack.rowId).indexOf(rack) + direction;
    if (index < 0 || index >= racksInRow(design, rack.rowId).length) {
      return refused('editor.refused.rackAtEnd', { name: rack.name });
    }
    return reorderRack(design, rack.id, rack.rowId, index);
  };
}

/** The lowest blanking panel there is: it closes any gap. */
function blankingPanel(design: Design): DeviceType | undefined {
  return [...design.deviceTypes.values(), ...CATALOG_TYPES].find(
    (type) => type.category === 'blank' && type.heightU === 1 && type.width === 'full',
  );
}

export const rackCommands = {
  'rack.add': {
    keys: ['Alt+R'],
    can: mayEdit,
    run(editor) {
      if (!editor.perform(addRackBeside(editor))) return;
      const { camera, design, selection, viewport } = editor.state;
      const box = selectionBox(design, editor.layout, selection);
      if (box) editor.set({ camera: revealed(camera, box, viewport) });
    },
  },
  'rack.left': editing('racks', ['Alt+Shift+ArrowLeft'], moveBy(-1)),
  'rack.right': editing('racks', ['Alt+Shift+ArrowRight'], moveBy(1)),
  'rack.blank': {
    can: (editor) =>
      all(
        mayEdit(editor),
        when(editor.state.selection.racks.size === 1, 'editor.needs.oneRack'),
        when(blankingPanel(editor.state.design) !== undefined, 'editor.needs.blankType'),
      ),
    run(editor) {
      const { design, selection } = editor.state;
      const [rackId] = selection.racks;
      const blank = blankingPanel(design);
      if (rackId !== undefined && blank) {
        editor.perform(blankEmptyUnits(design, editor.ids, rackId, blank));
      }
    },
  },
  'row.add': {
    can: mayEdit,
    run: (editor) => void editor.perform(addRow(editor.state.design, editor.ids)),
  },
  'row.removeEmpty': {
    can: mayEdit,
    run: (editor) => void editor.perform(removeEmptyRows(editor.state.design)),
  },
} satisfies Readonly<Record<string, Command>>;
