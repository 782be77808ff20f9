/** A plug of a cable that was pulled out of its port: where it can go lights up, and elsewhere it says why not. */
import { replugged } from '../../../shared/connect/replug.ts';
import { portKey, typeOf } from '../../../shared/model/design-index.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { samePort } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { replugEnd } from '../edits/plug-edits.ts';
import { boxCentre, type Point } from '../geometry.ts';
import { portBox } from '../places.ts';
import { devicesOnScreen, lightOf, portName } from './cable-in-hand.ts';
import { clearOverlay, showOverlay, verdictMessage } from './show.ts';

export interface PlugInHand {
  readonly candidates: readonly PortRef[];
  aim(port: PortRef | null, at: Point): void;
  /** Plugs it in. @returns whether it fitted; when not, the person was told why */
  plugIn(port: PortRef): boolean;
  drop(): void;
}

/** @param from the port that the plug is in */
export function takePlug(editor: Editor, cable: Cable, from: PortRef): PlugInHand {
  const { design } = editor.state;
  const candidates = devicesOnScreen(editor).flatMap((deviceId) => {
    const device = design.devices.get(deviceId);
    const ports = device ? typeOf(design, device).ports : [];
    return ports
      .map(({ id }) => ({ deviceId, portId: id }))
      .filter((ref) => replugged(design, cable, from, ref).verdict.allowed);
  });
  const lights = candidates.flatMap((ref) => lightOf(editor, ref, 'can-take'));
  const other = otherEnd(cable, from);
  const anchor = other && portBox(design, editor.layout, other);
  return {
    candidates,
    aim(port, at) {
      const aimed = port && !samePort(port, from) ? port : null;
      const verdict = aimed && replugged(design, cable, from, aimed).verdict;
      const allowed = verdict?.allowed ?? true;
      const box = aimed && portBox(design, editor.layout, aimed);
      const end = box ? boxCentre(box) : at;
      showOverlay(editor, {
        candidates: [
          ...(other ? lightOf(editor, other, 'start') : []),
          ...lights.filter(({ ref }) => !aimed || portKey(ref) !== portKey(aimed)),
          ...(aimed ? lightOf(editor, aimed, allowed ? 'aimed' : 'refused') : []),
        ],
        cable: anchor ? { from: boxCentre(anchor), to: end, medium: cable.medium, allowed } : null,
        message: aimed && verdict ? verdictMessage(verdict, end, portName(editor, aimed)) : null,
        cursor: allowed ? 'crosshair' : 'not-allowed',
        hint: say('editor.hint.replug', {
          cable: cable.label || cable.id,
          count: candidates.length,
        }),
      });
    },
    plugIn(port) {
      const made = editor.perform(replugEnd(editor.state.design, cable.id, from, port));
      if (made) clearOverlay(editor);
      return made;
    },
    drop() {
      clearOverlay(editor);
    },
  };
}

/** The first port at the other end of the links of a plug. */
function otherEnd({ ends }: Cable, from: PortRef): PortRef | null {
  const at = (refs: readonly PortRef[]): number => refs.findIndex((ref) => samePort(ref, from));
  return ends.b[at(ends.a)] ?? ends.a[at(ends.b)] ?? null;
}
