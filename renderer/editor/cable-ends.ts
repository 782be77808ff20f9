/** Going from one end of a cable to the other: each end is a place on the drawing, however far apart they are. */
import { portKey } from '../../shared/model/design-index.ts';
import type { PortRef } from '../../shared/model/records.ts';
import { portPosition } from '../../shared/routing/index.ts';
import { fitted } from './camera.ts';
import type { Editor } from './editor.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { portBox } from './places.ts';
import type { Target } from './target.ts';

/** Where single ports are well told apart, px per mm: nobody has to zoom in after a jump. */
const LEAST_ZOOM = 1;

/**
 * Brings an end of the selected cable into the middle and puts the keyboard on its port; the cable stays selected.
 * Where there are several such ends, each call goes to the next.
 */
export function goToEnd(editor: Editor, side: 'a' | 'b'): void {
  const { design, selection, focus, viewport, camera, view } = editor.state;
  const refs = [...selection.cables].flatMap((id) => design.cables.get(id)?.ends[side] ?? []);
  const ends = [...new Map(refs.map((ref) => [portKey(ref), ref])).values()];
  const at = focus?.kind === 'port' ? ends.findIndex((ref) => isSame(ref, focus.ref)) : -1;
  const next = ends[(at + 1) % ends.length];
  const device = next && design.devices.get(next.deviceId);
  if (!next || !device) return;
  // In a view of one face the port may look out of the other.
  if (portBox(design, editor.layout, next) === null) {
    editor.set({ view: { ...view, elevation: 'both' } });
  }
  const box = portBox(design, editor.layout, next);
  if (box === null) return;
  const zoom = Math.max(LEAST_ZOOM, Math.min(camera.zoom, EDITOR_OPTIONS.fitMaxZoom));
  const face = portPosition(design, next)?.face ?? device.face;
  const target: Target = { kind: 'port', ref: next, rackId: device.rackId, face };
  editor.set({ focus: target, camera: fitted(box, viewport, zoom) });
}

function isSame(a: PortRef, b: PortRef): boolean {
  return a.deviceId === b.deviceId && a.portId === b.portId;
}
