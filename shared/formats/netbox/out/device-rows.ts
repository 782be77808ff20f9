/** Devices as rows of NetBox's table, and those that its CSV cannot hold. */
import { bayOf, hostsFirst } from '../../../model/bays.ts';
import type { Design } from '../../../model/design.ts';
import { devicesInRack, orderedRacks, typeOf } from '../../../model/design-index.ts';
import type { DeviceCategory } from '../../../model/device-type.ts';
import type { Device } from '../../../model/records.ts';
import { keptOf } from '../../site/kept.ts';
import type { NetboxRow } from './columns.ts';
import { notesRow } from './numbers.ts';
import { locationOf, positionOf, siteOf } from './rack-rows.ts';

/** Roles of devices that came without one; they must exist in NetBox. */
const ROLES: Readonly<Record<DeviceCategory, string>> = {
  node: 'GPU node',
  server: 'Server',
  switch: 'Switch',
  storage: 'Storage',
  appliance: 'Appliance',
  'patch-panel': 'Patch panel',
  pdu: 'PDU',
  'power-shelf': 'Power shelf',
  'cable-manager': 'Cable manager',
  blank: 'Blanking panel',
  shelf: 'Shelf',
  other: 'Other',
};

/** The role that a device of the category has in NetBox's table where nobody said another. */
export function usualRole(category: DeviceCategory): string {
  return ROLES[category];
}

/** A module in a bay, which NetBox takes over REST only; names stand where it wants ids. */
export interface NetboxModule {
  readonly device: string;
  readonly module_bay: string;
  readonly manufacturer: string;
  readonly module_type: string;
  readonly status: string;
  readonly description: string;
}

/** A device whose place the table says in part only. */
export interface NetboxPlace {
  readonly device: string;
  readonly rack: string;
  /** Slot from the left of gear narrower than the rack; null for gear of full width. */
  readonly column: number | null;
  /** Strip beside the rails and the unit at its lower end, of gear of 0 U; null for all other. */
  readonly strip: 'left' | 'right' | null;
  readonly unit: number;
  readonly face: string;
}

export interface NetboxDevices {
  readonly rows: readonly NetboxRow[];
  readonly modules: readonly NetboxModule[];
  readonly places: readonly NetboxPlace[];
}

/** The devices rack by rack, those in bays after those that they are in. */
export function deviceRows(design: Design): NetboxDevices {
  const rows: NetboxRow[] = [];
  const modules: NetboxModule[] = [];
  const places: NetboxPlace[] = [];
  const all = orderedRacks(design).flatMap(({ id }) => devicesInRack(design, id));
  for (const device of hostsFirst(design, all)) {
    const type = typeOf(design, device);
    if (device.mount === 'bay' && type.lodging === 'module-bay') {
      modules.push(moduleOf(design, device));
      continue;
    }
    rows.push(deviceRow(design, device));
    if (device.mount === 'side' || (device.mount === 'rails' && type.width !== 'full')) {
      places.push(placeOf(design, device));
    }
  }
  return { rows, modules, places };
}

function deviceRow(design: Design, device: Device): NetboxRow {
  const type = typeOf(design, device);
  const rack = design.racks.get(device.rackId);
  const kept = keptOf(device.extra, 'netbox');
  return {
    ...kept,
    name: device.name,
    role: kept['role'] ?? usualRole(type.category),
    manufacturer: type.manufacturer,
    device_type: type.model,
    status: kept['status'] ?? 'planned',
    site: kept['site'] ?? siteOf(design, rack),
    location: kept['location'] ?? locationOf(design, rack),
    rack: rack?.name ?? '',
    ...standing(design, device),
    ...notesRow(device.notes, kept),
  };
}

/** Where it is mounted: on the rails, in a bay, or in the rack only. */
function standing(design: Design, device: Device): NetboxRow {
  const nowhere = { position: '', face: '', parent: '', device_bay: '' };
  const type = typeOf(design, device);
  if (device.mount === 'bay') {
    const host = device.bay && design.devices.get(device.bay.deviceId);
    const bay = host && device.bay && bayOf(typeOf(design, host), device.bay.bayId);
    return { ...nowhere, parent: host?.name ?? '', device_bay: bay?.name ?? '' };
  }
  // NetBox gives a unit to one device only: what stands beside another is in the rack without a unit.
  if (device.mount === 'side' || device.column > 0) return nowhere;
  const rack = design.racks.get(device.rackId);
  return { ...nowhere, position: positionOf(rack, device.u, type.heightU), face: device.face };
}

function moduleOf(design: Design, device: Device): NetboxModule {
  const type = typeOf(design, device);
  const host = device.bay && design.devices.get(device.bay.deviceId);
  const bay = host && device.bay && bayOf(typeOf(design, host), device.bay.bayId);
  return {
    device: host?.name ?? '',
    module_bay: bay?.name ?? '',
    manufacturer: type.manufacturer,
    module_type: type.model,
    status: 'planned',
    description: device.name,
  };
}

function placeOf(design: Design, device: Device): NetboxPlace {
  const side = device.mount === 'side';
  return {
    device: device.name,
    rack: design.racks.get(device.rackId)?.name ?? '',
    column: side ? null : device.column,
    strip: side ? (device.column === 0 ? 'left' : 'right') : null,
    // As the rack counts: of a strip's gear the unit is its lower end, and NetBox has no number for it.
    unit: side
      ? device.u
      : Number(
          positionOf(design.racks.get(device.rackId), device.u, typeOf(design, device).heightU),
        ),
    face: device.face,
  };
}
