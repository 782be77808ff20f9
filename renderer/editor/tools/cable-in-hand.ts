/**
 * A cable with one end plugged in: the ports that can take the next end light up, the one under the pointer is aimed
 * at, and a port that cannot take it says why. A breakout goes on until it has all its ends, or is finished early.
 */

import {
  type CableBegun,
  isWhole,
  joined,
  nextPorts,
  portsMeantBy,
} from '../../../shared/connect/by-hand.ts';
import { farEnds } from '../../../shared/connect/cable-shape.ts';
import { devicesInRack, portKey } from '../../../shared/model/design-index.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { portAt, samePort } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { visibleBox } from '../camera.ts';
import type { Editor, NextCable } from '../editor.ts';
import { addShaped } from '../edits/cable-edits.ts';
import { boxCentre, type Point } from '../geometry.ts';
import { facesTouching } from '../hit.ts';
import type { CablePreview, CandidatePort } from '../overlay.ts';
import { portBox } from '../places.ts';
import { clearOverlay, showOverlay, verdictMessage } from './show.ts';

export interface CableInHand {
  readonly from: PortRef;
  /** The ports on screen that can take the next end; those of the same device last. */
  readonly candidates: readonly PortRef[];
  /** Shows the cable from its start to a port, or to a point when there is none. */
  aim(port: PortRef | null, at: Point): void;
  /**
   * Plugs the next end in. @returns `made` when the cable is whole, `more` when it has further ends, `refused` when
   * it did not fit; the person was told why
   */
  plugIn(port: PortRef): 'made' | 'more' | 'refused';
  /** Makes the cable with the ends that it has. @returns whether it was made */
  finish(): boolean;
  drop(): void;
}

/** @param next what the cable is made as and of */
export function takeCable(editor: Editor, from: PortRef, next: NextCable): CableInHand {
  const start = portBox(editor.state.design, editor.layout, from);
  let begun: CableBegun = { ...next, from, to: [] };
  let candidates = candidatesFor(editor, begun);
  let lights = lightsOf(candidates);

  function lightsOf(refs: readonly PortRef[]): readonly CandidatePort[] {
    return refs.flatMap((ref) => lightOf(editor, ref, 'can-take'));
  }
  function legs(): readonly CablePreview[] {
    const { medium } = joined(editor.state.design, begun, false);
    return begun.to.flatMap((ref) => {
      const box = portBox(editor.state.design, editor.layout, ref);
      if (!start || !box) return [];
      return { from: boxCentre(start), to: boxCentre(box), medium, allowed: true };
    });
  }
  function hint(): string {
    const ways = farEnds(begun.shape);
    const count = candidates.length;
    if (ways === 1) return say('editor.hint.cableEnd', { count });
    return say('editor.hint.breakout', { count, done: begun.to.length, ways });
  }
  function make(finished: CableBegun): boolean {
    const { design } = editor.state;
    const made = editor.perform(addShaped(design, editor.ids, finished));
    if (made) clearOverlay(editor);
    return made;
  }
  return {
    from,
    get candidates() {
      return candidates;
    },
    aim(port, at) {
      const { design } = editor.state;
      const aimed = port && !samePort(port, from) ? port : null;
      const tried = aimed && joined(design, { ...begun, to: [...begun.to, aimed] }, false);
      const allowed = tried?.verdict.allowed ?? true;
      const box = aimed && portBox(design, editor.layout, aimed);
      const end = box ? boxCentre(box) : at;
      const meant = aimed ? portsMeantBy(design, begun.shape, aimed) : [];
      const plugged = [...portsMeantBy(design, begun.shape, from), ...begun.to];
      const lit = new Set(meant.map(portKey));
      const medium = tried?.medium ?? begun.medium ?? 'dac';
      showOverlay(editor, {
        candidates: [
          ...plugged.flatMap((ref) => lightOf(editor, ref, 'start')),
          ...lights.filter((light) => !lit.has(portKey(light.ref))),
          ...meant.flatMap((ref) => lightOf(editor, ref, allowed ? 'aimed' : 'refused')),
        ],
        cable: start ? { from: boxCentre(start), to: end, medium, allowed } : null,
        legs: legs(),
        message:
          aimed && tried ? verdictMessage(tried.verdict, end, portName(editor, aimed)) : null,
        cursor: allowed ? 'crosshair' : 'not-allowed',
        hint: hint(),
      });
    },
    plugIn(port) {
      const { design } = editor.state;
      const next = { ...begun, to: [...begun.to, port] };
      const whole = isWhole(next);
      const [against] = joined(design, next, whole).verdict.reasons;
      if (against) {
        editor.perform({ ok: false, reason: against });
        return 'refused';
      }
      if (whole) return make(next) ? 'made' : 'refused';
      begun = next;
      candidates = candidatesFor(editor, begun);
      lights = lightsOf(candidates);
      return 'more';
    },
    finish: () => begun.to.length > 0 && make(begun),
    drop() {
      clearOverlay(editor);
    },
  };
}

function candidatesFor(editor: Editor, begun: CableBegun): readonly PortRef[] {
  const isOwn = (ref: PortRef): number => (ref.deviceId === begun.from.deviceId ? 1 : 0);
  const ports = nextPorts(editor.state.design, begun, devicesOnScreen(editor));
  return ports.toSorted((a, b) => isOwn(a) - isOwn(b));
}

/** "leaf-1 swp12", as it stands beside the pointer. */
export function portName(editor: Editor, ref: PortRef): string {
  const place = portAt(editor.state.design, ref);
  return place ? say('editor.port', { device: place.device.name, port: place.port.name }) : '';
}

export function lightOf(
  editor: Editor,
  ref: PortRef,
  state: CandidatePort['state'],
): readonly CandidatePort[] {
  const box = portBox(editor.state.design, editor.layout, ref);
  return box ? [{ ref, box, state }] : [];
}

/** Devices in racks that are at least partly on screen. */
export function devicesOnScreen(editor: Editor): readonly DeviceId[] {
  const { design, camera, viewport } = editor.state;
  const faces = facesTouching(editor.layout, visibleBox(camera, viewport));
  const racks = new Set(faces.map((face) => face.rackId));
  return [...racks].flatMap((rackId) => devicesInRack(design, rackId).map((device) => device.id));
}
