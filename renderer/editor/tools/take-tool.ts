/** Taking a tool in the hand, and giving it back. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import type { Editor } from '../editor.ts';
import { createCableTool } from './cable-tool.ts';
import { createHandTool } from './hand-tool.ts';
import { createPlaceTool } from './place-tool.ts';
import { createSelectTool } from './select-tool.ts';

export function takeSelectTool(editor: Editor): void {
  editor.setTool(createSelectTool);
}

export function takeHandTool(editor: Editor): void {
  editor.setTool(createHandTool);
}

/** Takes the cable tool; with `from`, a cable already starts there. */
export function beginCable(
  editor: Editor,
  start: { readonly medium?: MediumId | null; readonly from?: PortRef | null } = {},
): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createCableTool(editor, { ...start, onLeave }));
}

/**
 * Takes a device type from the library into the hand.
 * @param by `drag` when a pointer is down and will be let go over the canvas; `keys` for arrows and Enter
 */
export function beginPlacing(editor: Editor, type: DeviceType, by: 'drag' | 'keys'): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createPlaceTool(editor, { type, by, onLeave }));
}
