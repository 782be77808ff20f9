/** Edits of the plugs of a cable that is there. */
import { type Replugged, replugged, unplugged } from '../../../shared/connect/replug.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changes, type EditAnswer, edited, refused, refusedBy } from './edit.ts';

/** Puts the plug that is in one port into another. */
export function replugEnd(design: Design, id: CableId, from: PortRef, to: PortRef): EditAnswer {
  return withEnds(design, id, 'editor.label.replug', (cable) => replugged(design, cable, from, to));
}

/** Takes the plug that is in a port off the cable. */
export function unplugEnd(design: Design, id: CableId, ref: PortRef): EditAnswer {
  return withEnds(design, id, 'editor.label.unplug', (cable) => unplugged(design, cable, ref));
}

function withEnds(
  design: Design,
  id: CableId,
  label: string,
  change: (cable: Parameters<typeof unplugged>[1]) => Replugged,
): EditAnswer {
  const cable = design.cables.get(id);
  if (!cable) return refused('editor.refused.noCables');
  const { ends, verdict } = change(cable);
  if (!verdict.allowed) return refusedBy(verdict);
  const updated = changes([cable], (before) => ({ ...before, ends }));
  return edited(say(label, { label: cable.label || cable.id }), { updated });
}
