/** Drawing from a field: the type as it is now, changed, as one step of undo. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { drawType, type PartKey } from '../../editor/index.ts';
import { useWorkspace } from '../../panels/workspace.ts';

/**
 * @param labelKey name of the step, with `count`
 * @param change the type drawn anew; what it picks afterwards where that is another
 * @returns why not, to be shown beside what was typed, or null
 */
export type DrawParts = (
  labelKey: string,
  count: number,
  change: (type: DeviceType) => DeviceType | { type: DeviceType; selected: readonly PartKey[] },
) => string | null;

export function useDraw(type: DeviceType): DrawParts {
  const { editor } = useWorkspace();
  return (labelKey, count, change) => {
    const now = editor.state.design.deviceTypes.get(type.id) ?? type;
    try {
      const made = change(now);
      const label = say(labelKey, { count });
      if ('selected' in made) drawType(editor, made.type, label, made.selected);
      else drawType(editor, made, label);
      return null;
    } catch (error) {
      // Rows, columns and counts that no group can have; anything else is a fault of ours.
      if (error instanceof RangeError) return say('face.group.tooMany');
      throw error;
    }
  };
}
