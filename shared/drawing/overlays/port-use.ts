/** Overlay `ports`: how many of the ports for data of a device are taken. */

import type { Analysis, PortsRow } from '../../analysis/types.ts';
import { numberText } from '../../analysis/value-text.ts';
import type { DeviceId } from '../../model/ids.ts';
import { say } from '../../text/index.ts';
import { stepOf } from './overlay-kind.ts';
import type { ReadDevice } from './reading.ts';

interface PortUse {
  total: number;
  used: number;
  reserved: number;
}

const usesOf = new WeakMap<readonly PortsRow[], ReadonlyMap<DeviceId, PortUse>>();

/** Ports by device, without those for consoles and power. */
function portUses({ ports }: Analysis): ReadonlyMap<DeviceId, PortUse> {
  const known = usesOf.get(ports);
  if (known) return known;
  const uses = new Map<DeviceId, PortUse>();
  for (const row of ports) {
    if (row.kind !== 'interface' && row.kind !== 'front' && row.kind !== 'rear') continue;
    const use = uses.get(row.device) ?? { total: 0, used: 0, reserved: 0 };
    use.total += row.total;
    use.used += row.used;
    use.reserved += row.reserved;
    uses.set(row.device, use);
  }
  usesOf.set(ports, uses);
  return uses;
}

/** Reads the share of ports that are used or reserved. */
export function readPortUse(analysis: Analysis): ReadDevice {
  const uses = portUses(analysis);
  return (id) => {
    const use = uses.get(id);
    if (!use || use.total === 0) return null;
    const { total, used, reserved } = use;
    return {
      step: stepOf('ports', (used + reserved) / total),
      text: () =>
        say('overlay.ports.mark', { taken: numberText(used + reserved), total: numberText(total) }),
      told: () => say('overlay.ports.told', { used, reserved, total }),
    };
  };
}
