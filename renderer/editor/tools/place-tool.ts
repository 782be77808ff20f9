/**
 * Placing a new device: a ghost at true size follows the pointer or the arrow keys, and says where it would
 * land or why it may not. Letting go or Enter puts it there; Escape puts it back on the shelf.
 */

import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Diff } from '../../../shared/model/diff.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import { type Box, bodyWidthMm, faceHeightMm } from '../../../shared/model/rack-geometry.ts';
import {
  canPlace,
  firstFreeSlot,
  freeBay,
  nextFreeBay,
  type Placement,
  reason,
  stepU,
  type Verdict,
} from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { isOnCanvas, worldAt } from '../aim.ts';
import { revealed } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { placeDevice, typeInDesign } from '../edits/device-edits.ts';
import { boxCentre, type Point } from '../geometry.ts';
import type { KeyInput, PointerInput } from '../pointer.ts';
import { type Landing, landingAt, landingOf } from '../snapping.ts';
import { clearOverlay, ghostAt, showOverlay, snapGuide, verdictMessage } from './show.ts';
import { createTentative, TRIAL_DEVICE } from './tentative.ts';
import type { Tool } from './tool.ts';

const against = (key: string): Verdict => ({
  allowed: false,
  reasons: [reason(key)],
  warnings: [],
});

export interface PlaceToolOptions {
  readonly type: DeviceType;
  /** How it was taken from the shelf: by a pointer that is down, or by a key. */
  readonly by: 'drag' | 'keys';
  /** Takes the select tool again. */
  readonly onLeave: () => void;
}

export function createPlaceTool(
  editor: Editor,
  { type: given, by, onLeave }: PlaceToolOptions,
): Tool {
  const type = typeInDesign(editor.state.design, given);
  const nowhere = type.lodging === 'rack' ? 'editor.drag.noRack' : 'editor.drag.noBay';
  let landing: Landing | null = null;
  const tentative = createTentative();

  function verdictOf(where: Landing): Verdict {
    return canPlace(editor.state.design, type, where.placement);
  }
  function show(where: Landing | null, at: Point, held: Box): void {
    landing = where;
    const verdict = where ? verdictOf(where) : against(nowhere);
    const guide = where ? snapGuide(editor, where) : null;
    const own = { id: TRIAL_DEVICE, name: type.model };
    const loose = {
      deviceId: null,
      box: held,
      type,
      typeFace: 'front',
      name: type.model,
      allowed: false,
    } as const;
    showOverlay(editor, {
      ghosts: [where ? ghostAt(where, own, verdict.allowed) : loose],
      tentative: where ? tentativeAt(where) : null,
      guides: guide ? [guide] : [],
      message: verdictMessage(verdict, at, where?.label ?? ''),
      cursor: verdict.allowed ? 'copy' : 'not-allowed',
      hint: say('editor.hint.placing'),
    });
  }
  function tentativeAt({ placement }: Landing): Diff | null {
    const { design, revision } = editor.state;
    return tentative.at(JSON.stringify([revision, placement]), (ids) =>
      placeDevice(design, ids, type, placement),
    );
  }
  function follow(input: PointerInput): void {
    if (!isOnCanvas(editor, input.screen)) {
      landing = null;
      clearOverlay(editor);
      return;
    }
    const at = worldAt(editor, input.screen);
    const held = boxAtHand(type, at);
    show(landingAt(editor.state.design, editor.layout, type, held, at, false), at, held);
  }
  function moveTo(placement: Placement): void {
    const there = landingOf(editor.state.design, editor.layout, type, placement);
    if (!there) return;
    editor.set({ camera: revealed(editor.state.camera, there.box, editor.state.viewport) });
    show(there, boxCentre(there.box), there.box);
  }
  function drop(): boolean {
    if (!landing) return false;
    return editor.perform(placeDevice(editor.state.design, editor.ids, type, landing.placement));
  }
  if (by === 'keys') {
    const first = firstPlacement(editor, type);
    if (first) moveTo(first);
    else editor.notify('refused', say(nowhere));
  }

  return {
    name: 'place',
    pointerDown: follow,
    pointerMove: follow,
    pointerUp(input) {
      follow(input);
      const placed = drop();
      // A drag is over where it is let go, refused or not; Shift goes on to the next one.
      if ((placed || by === 'drag') && !input.modifiers.shift) onLeave();
    },
    keyDown(key) {
      if (key.key === 'Escape') onLeave();
      else if (key.key === 'Enter') {
        if (drop() && !key.modifiers.shift) onLeave();
      } else {
        const next = landing && placementAfter(editor, type, landing.placement, key);
        if (!next) return false;
        moveTo(next);
      }
      return true;
    },
    cancel() {
      landing = null;
      clearOverlay(editor);
    },
  };
}

/** The device as it hangs at the pointer: held in its middle. */
function boxAtHand(type: DeviceType, at: Point): Box {
  const width = bodyWidthMm(type);
  const height = faceHeightMm(type);
  return { x: at.x - width / 2, y: at.y - height / 2, width, height };
}

/** Where a ghost without a pointer begins: the first free slot of the selected rack, or of the first one. */
function firstPlacement(editor: Editor, type: DeviceType): Placement | null {
  const { design, selection } = editor.state;
  const [selectedDevice] = selection.devices;
  const home = selectedDevice === undefined ? null : design.devices.get(selectedDevice)?.rackId;
  const rackId = [...selection.racks][0] ?? home ?? orderedRacks(design)[0]?.id;
  if (rackId === undefined) return null;
  if (type.lodging !== 'rack') return firstBay(editor, type, rackId, selectedDevice);
  const strip = type.heightU === 0;
  const face = strip ? 'rear' : 'front';
  const mount = strip ? 'side' : 'rails';
  const bottom: Placement = { rackId, face, mount, bay: null, u: 1, column: 0 };
  return firstFreeSlot(design, type, { rackId, face }) ?? bottom;
}

/** The first free bay: of the selected device, of its rack, of any rack. */
function firstBay(
  editor: Editor,
  type: DeviceType,
  rackId: RackId,
  selected: DeviceId | undefined,
): Placement | null {
  const { design } = editor.state;
  const racks = [rackId, ...orderedRacks(design).map(({ id }) => id)];
  for (const id of racks) {
    const free = freeBay(design, type, { rackId: id }, {}, selected);
    if (free) return free;
  }
  return null;
}

/** The free bay before or after this one, over all racks in their order. */
function bayBeside(
  editor: Editor,
  type: DeviceType,
  from: Placement,
  direction: 1 | -1,
): Placement | null {
  const { design } = editor.state;
  const rackIds = orderedRacks(design).map(({ id }) => id);
  return nextFreeBay(design, type, from, direction, { rackIds });
}

/** Arrows move the ghost by a step or a rack, `F` turns it to the other face; null for any other key. */
function placementAfter(
  editor: Editor,
  type: DeviceType,
  from: Placement,
  { key, modifiers }: KeyInput,
): Placement | null {
  if (modifiers.mod || modifiers.alt) return null;
  if (type.lodging !== 'rack') {
    if (key === 'ArrowUp' || key === 'ArrowLeft') return bayBeside(editor, type, from, -1);
    if (key === 'ArrowDown' || key === 'ArrowRight') return bayBeside(editor, type, from, 1);
    return null;
  }
  const racks = orderedRacks(editor.state.design);
  const at = racks.findIndex((rack) => rack.id === from.rackId);
  const height = racks[at]?.heightU ?? 1;
  const top = height - Math.max(1, type.heightU) + 1;
  switch (key) {
    case 'ArrowUp':
      return { ...from, u: Math.min(top, from.u + stepU(type)) };
    case 'ArrowDown':
      return { ...from, u: Math.max(1, from.u - stepU(type)) };
    case 'ArrowLeft':
      return inRack(racks[Math.max(0, at - 1)], type, from);
    case 'ArrowRight':
      return inRack(racks[Math.min(racks.length - 1, at + 1)], type, from);
    case 'f':
    case 'F':
      return { ...from, face: otherFace(from.face) };
    case 'Tab':
      return { ...from, column: from.column === 0 && isNarrow(type) ? 1 : 0 };
    default:
      return null;
  }
}

function isNarrow(type: DeviceType): boolean {
  return type.heightU === 0 || type.width !== 'full';
}

function inRack(
  rack: { readonly id: string; readonly heightU: number } | undefined,
  type: DeviceType,
  from: Placement,
): Placement {
  if (!rack) return from;
  const top = Math.max(1, rack.heightU - Math.max(1, type.heightU) + 1);
  return { ...from, rackId: rack.id, u: Math.min(top, from.u) };
}
