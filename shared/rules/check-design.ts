/**
 * The invariants of a whole design, as code: references lead somewhere, no port is used twice, no two
 * devices are in one place, every cable fits its ports. Edits keep them; tests ask after every command.
 */
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import type { Cable, Device } from '../model/records.ts';
import { canCable } from './connection.ts';
import { canPlace } from './placement.ts';
import { type Reason, reason } from './verdict.ts';

/** What is broken in the design; empty when nothing is. */
export function checkDesign(design: Design): Reason[] {
  const broken: Reason[] = [];
  for (const rack of design.racks.values()) {
    if (!design.rows.has(rack.rowId)) broken.push(lost('rack', rack.id));
  }
  const used = new Map<string, string>();
  for (const device of design.devices.values()) broken.push(...brokenDevice(design, device));
  for (const cable of design.cables.values()) broken.push(...brokenCable(design, cable, used));
  return broken;
}

function brokenDevice(design: Design, device: Device): readonly Reason[] {
  const type = design.deviceTypes.get(device.typeId);
  if (!type || !design.racks.has(device.rackId)) return [lost('device', device.id)];
  return canPlace(design, type, device, { ignore: new Set([device.id]) }).reasons;
}

function brokenCable(design: Design, cable: Cable, used: Map<string, string>): readonly Reason[] {
  const broken: Reason[] = [];
  // Links of one cable may share a port: it splits there.
  const own = new Set<string>();
  for (const ref of [...cable.ends.a, ...cable.ends.b]) {
    const earlier = own.has(portKey(ref)) ? undefined : used.get(portKey(ref));
    own.add(portKey(ref));
    if (earlier !== undefined) {
      broken.push(
        reason('rules.portTwice', { cable: cable.label || cable.id, other: earlier }, [
          { kind: 'cable', id: cable.id },
        ]),
      );
    }
    used.set(portKey(ref), cable.label || cable.id);
  }
  return [...broken, ...canCable(design, cable.ends, cable.medium, { ignore: cable.id }).reasons];
}

function lost(kind: 'rack' | 'device', id: string): Reason {
  return reason('rules.lostReference', { id }, [{ kind, id }]);
}
