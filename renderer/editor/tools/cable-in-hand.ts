/**
 * A cable with one end plugged in: the ports that can take the other end light up, the one under the
 * pointer is aimed at, and a port that cannot take it says why.
 */

import { devicesInRack, portKey } from '../../../shared/model/design-index.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import {
  canConnect,
  mediaFor,
  portAt,
  portsThatCanTake,
  reason,
  samePort,
  type Verdict,
  whyNoCable,
} from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { visibleBox } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { connectPorts } from '../edits/cable-edits.ts';
import { boxCentre, type Point } from '../geometry.ts';
import { facesTouching } from '../hit.ts';
import type { CandidatePort } from '../overlay.ts';
import { portBox } from '../places.ts';
import { clearOverlay, showOverlay, verdictMessage } from './show.ts';

export interface CableInHand {
  readonly from: PortRef;
  /** The ports on screen that can take the other end; those of the same device last. */
  readonly candidates: readonly PortRef[];
  /** Shows the cable from its start to a port, or to a point when there is none. */
  aim(port: PortRef | null, at: Point): void;
  /** Plugs the other end in. @returns whether it fitted; when not, the person was told why */
  plugIn(port: PortRef): boolean;
  drop(): void;
}

/** @param medium what the cable is; null takes the first medium that fits both ports */
export function takeCable(editor: Editor, from: PortRef, medium: MediumId | null): CableInHand {
  const { design } = editor.state;
  const isOwn = (ref: PortRef): number => (ref.deviceId === from.deviceId ? 1 : 0);
  const candidates = portsThatCanTake(design, from, medium, devicesOnScreen(editor)).sort(
    (a, b) => isOwn(a) - isOwn(b),
  );
  const known = new Set(candidates.map(portKey));
  const lights = candidates.flatMap((ref) => lightOf(editor, ref, 'can-take'));
  const start = portBox(design, editor.layout, from);
  return {
    from,
    candidates,
    aim(port, at) {
      const aimed = port && !samePort(port, from) ? port : null;
      const verdict = aimed ? verdictOf(editor, from, aimed, medium) : null;
      const allowed = verdict?.allowed ?? true;
      const others = aimed ? lights.filter((light) => !samePort(light.ref, aimed)) : lights;
      const box = aimed && portBox(editor.state.design, editor.layout, aimed);
      const end = box ? boxCentre(box) : at;
      const chosen = medium ?? (aimed && mediaFor(editor.state.design, from, aimed)[0]) ?? 'dac';
      showOverlay(editor, {
        candidates: [
          ...lightOf(editor, from, 'start'),
          ...others,
          ...(aimed ? lightOf(editor, aimed, allowed ? 'aimed' : 'refused') : []),
        ],
        cable: start ? { from: boxCentre(start), to: end, medium: chosen, allowed } : null,
        message: aimed && verdict ? verdictMessage(verdict, end, portName(editor, aimed)) : null,
        cursor: allowed ? 'crosshair' : 'not-allowed',
        hint: say('editor.hint.cableEnd', { count: known.size }),
      });
    },
    plugIn(port) {
      const fits = verdictOf(editor, from, port, medium);
      const [against] = fits.reasons;
      if (against) return editor.perform({ ok: false, reason: against });
      const made = editor.perform(
        connectPorts(editor.state.design, editor.ids, from, port, medium),
      );
      if (made) clearOverlay(editor);
      return made;
    },
    drop() {
      clearOverlay(editor);
    },
  };
}

function verdictOf(editor: Editor, from: PortRef, to: PortRef, medium: MediumId | null): Verdict {
  const { design } = editor.state;
  if (medium) return canConnect(design, from, to, medium);
  const why = samePort(from, to) ? reason('rules.samePort') : whyNoCable(design, from, to);
  if (why) return { allowed: false, reasons: [why], warnings: [] };
  return canConnect(design, from, to, mediaFor(design, from, to)[0] ?? 'dac');
}

/** "leaf-1 swp12", as it stands beside the pointer. */
function portName(editor: Editor, ref: PortRef): string {
  const place = portAt(editor.state.design, ref);
  return place ? say('editor.port', { device: place.device.name, port: place.port.name }) : '';
}

function lightOf(editor: Editor, ref: PortRef, state: CandidatePort['state']): CandidatePort[] {
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
