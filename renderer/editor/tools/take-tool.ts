/** Taking a tool in the hand, and giving it back. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import type { Editor } from '../editor.ts';
import { createFaceTool } from '../faceplate/face-tool.ts';
import { createMeasureTool } from '../faceplate/measure-tool.ts';
import type { NewPart } from '../faceplate/new-part.ts';
import { createPlacePartTool } from '../faceplate/place-part-tool.ts';
import { createCableTool } from './cable-tool.ts';
import { createHandTool } from './hand-tool.ts';
import { createPlaceTool } from './place-tool.ts';
import { createReplugTool } from './replug-tool.ts';
import { createSelectTool } from './select-tool.ts';

/** The arrow: over the racks, or over the faceplate that is open. */
export function takeSelectTool(editor: Editor): void {
  editor.setTool(editor.state.faceplate ? createFaceTool : createSelectTool);
}

export function takeHandTool(editor: Editor): void {
  editor.setTool(createHandTool);
}

/** Takes the cable tool; with `from`, a cable already starts there. */
export function beginCable(editor: Editor, start: { readonly from?: PortRef | null } = {}): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createCableTool(editor, { ...start, onLeave }));
}

/** Pulls a plug of a cable out of its port, to be put into another one. */
export function beginReplug(editor: Editor, cable: Cable, from: PortRef): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createReplugTool(editor, cable, from, onLeave));
}

/**
 * Takes a device type from the library into the hand.
 * @param by `drag` when a pointer is down and will be let go over the canvas; `keys` for arrows and Enter
 */
export function beginPlacing(editor: Editor, type: DeviceType, by: 'drag' | 'keys'): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createPlaceTool(editor, { type, by, onLeave }));
}

/**
 * Takes a part from the palette into the hand.
 * @param name what it is called, for the name of the step
 * @param by `drag` when a pointer is down and will be let go over a face; `keys` for arrows and Enter
 */
export function beginPlacingPart(
  editor: Editor,
  part: NewPart,
  name: string,
  by: 'drag' | 'keys',
): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createPlacePartTool(editor, { part, name, by, onLeave }));
}

/** Picks two points of a picture behind a face. @param backdrop its place in the type */
export function beginMeasuring(editor: Editor, backdrop: number): void {
  const onLeave = (): void => takeSelectTool(editor);
  editor.setTool(() => createMeasureTool(editor, backdrop, onLeave));
}
