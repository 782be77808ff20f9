/**
 * A type of the design takes over what another says, and its devices with it. No cable is lost: the ports that
 * the new type no longer has are named with what is plugged into them, and each is led to another port, or its
 * devices stay with the type as it was.
 */
import type { Design } from '../model/design.ts';
import { cableAt, portKey } from '../model/design-index.ts';
import type { DeviceType, Port } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import type { DeviceId, DeviceTypeId, PortId } from '../model/ids.ts';
import type { Cable, Device, Picture, PortRef } from '../model/records.ts';
import { canPlaceAll } from '../rules/placement.ts';
import { type Reason, reason } from '../rules/verdict.ts';
import { freeTypeId } from './same-type.ts';
import { matchPorts } from './type-difference.ts';
import { type Changed, lodgersAfter } from './update-bays.ts';

/** A port that the new type does not have, and what ends in it. */
export interface VanishingPort {
  readonly port: Port;
  readonly plugged: readonly { readonly device: Device; readonly cable: Cable }[];
}

export interface TypeUpdate {
  /** The type as the design has it. */
  readonly before: DeviceType;
  /** What it becomes, under its own id. */
  readonly after: DeviceType;
  /** Every device of the type. */
  readonly devices: readonly Device[];
  /** Which port of the new type each port becomes. */
  readonly ports: ReadonlyMap<PortId, Port>;
  /** Ports with cables that would be lost, in the order of the type. */
  readonly vanishing: readonly VanishingPort[];
  /** Ports of the new type that no old port becomes: a cable may be led there. */
  readonly free: readonly Port[];
}

/** What becomes of the cables in a vanishing port: they go to another port, or their devices stay as they are. */
export type VanishingChoice = { readonly to: PortId } | 'keep-devices';

export type UpdateAnswer =
  | {
      readonly ok: true;
      readonly diff: Diff;
      readonly updated: number;
      /** Devices that stay with the type as it was, and its id. */
      readonly kept: number;
    }
  | { readonly ok: false; readonly reason: Reason };

/**
 * What it would mean if the type became what `source` says.
 * @throws RangeError when the design has no such type
 */
export function planTypeUpdate(
  design: Design,
  typeId: DeviceTypeId,
  source: DeviceType,
): TypeUpdate {
  const before = design.deviceTypes.get(typeId);
  if (!before) throw new RangeError(`the design has no type ${typeId}`);
  const after = { ...source, id: typeId };
  const devices = [...design.devices.values()].filter((device) => device.typeId === typeId);
  const ports = matchPorts(before, after);
  const became = new Set([...ports.values()].map(({ id }) => id));
  const vanishing = before.ports
    .filter(({ id }) => !ports.has(id))
    .map((port) => ({
      port,
      plugged: devices.flatMap((device) => {
        const cable = cableAt(design, { deviceId: device.id, portId: port.id });
        return cable ? [{ device, cable }] : [];
      }),
    }))
    .filter(({ plugged }) => plugged.length > 0);
  const free = after.ports.filter(({ id }) => !became.has(id));
  return { before, after, devices, ports, vanishing, free };
}

/**
 * The edit, or why it may not be made: a vanishing port nobody decided on, two cables in one port, a device that
 * no longer fits where it stands, a bay that is gone with a device in it.
 * @param choices by id of the vanishing port
 * @param pictures what the new type is traced from; those that the design has already are left out
 * @throws RangeError when a choice leads to a port that is not there, or of another kind
 */
export function updateType(
  design: Design,
  plan: TypeUpdate,
  choices: ReadonlyMap<PortId, VanishingChoice>,
  pictures: readonly Picture[] = [],
): UpdateAnswer {
  const open = plan.vanishing.find(({ port }) => !choices.has(port.id));
  if (open) {
    const count = new Set(open.plugged.map(({ cable }) => cable.id)).size;
    const args = { port: open.port.name, count };
    return { ok: false, reason: reason('library.refused.cablesLeft', args) };
  }
  checkChoices(plan, choices);
  const kept = keptDevices(plan, choices);
  const moved = plan.devices.filter(({ id }) => !kept.has(id));
  const oldId = freeTypeId(design.deviceTypes, plan.before.id);
  const ports = portsAfter(plan, choices);
  const devices = [
    ...plan.devices
      .filter(({ id }) => kept.has(id))
      .map((device) => [device, { ...device, typeId: oldId }] as const),
    ...moved.flatMap((device) => {
      const reserved = device.reserved.flatMap((id) => ports.get(id) ?? []);
      const same = reserved.every((id, at) => id === device.reserved[at]);
      return same && reserved.length === device.reserved.length
        ? []
        : [[device, { ...device, reserved }] as const];
    }),
  ];
  const bays = lodgersAfter(design, plan, new Set(moved.map(({ id }) => id)));
  const cables = cablesAfter(design, new Set(moved.map(({ id }) => id)), ports);
  const objection = bays.objection ?? cables.objection ?? placeObjection(design, plan, moved);
  if (objection) return { ok: false, reason: objection };
  return {
    ok: true,
    updated: moved.length,
    kept: kept.size,
    diff: {
      added: [
        ...pictures.filter(({ id }) => !design.pictures.has(id)),
        ...(kept.size > 0 ? [{ ...plan.before, id: oldId }] : []),
      ],
      updated: [[plan.before, plan.after], ...merged(devices, bays.changed), ...cables.changed],
      removed: [],
    },
  };
}

function checkChoices(
  { after, vanishing }: TypeUpdate,
  choices: ReadonlyMap<PortId, VanishingChoice>,
): void {
  for (const { port } of vanishing) {
    const choice = choices.get(port.id);
    if (choice === undefined || choice === 'keep-devices') continue;
    const to = after.ports.find(({ id }) => id === choice.to);
    if (to?.kind !== port.kind)
      throw new RangeError(`port ${port.id} cannot become ${choice.to} of ${after.id}`);
  }
}

function keptDevices(
  plan: TypeUpdate,
  choices: ReadonlyMap<PortId, VanishingChoice>,
): ReadonlySet<DeviceId> {
  const kept = plan.vanishing.filter(({ port }) => choices.get(port.id) === 'keep-devices');
  return new Set(kept.flatMap(({ plugged }) => plugged.map(({ device }) => device.id)));
}

/** Id of the port that each port of the old type becomes, with what the person led elsewhere. */
function portsAfter(
  plan: TypeUpdate,
  choices: ReadonlyMap<PortId, VanishingChoice>,
): ReadonlyMap<PortId, PortId> {
  const ports = new Map([...plan.ports].map(([id, port]) => [id, port.id] as const));
  for (const { port } of plan.vanishing) {
    const choice = choices.get(port.id);
    if (choice && choice !== 'keep-devices') ports.set(port.id, choice.to);
  }
  return ports;
}

function cablesAfter(
  design: Design,
  moved: ReadonlySet<DeviceId>,
  ports: ReadonlyMap<PortId, PortId>,
): Changed<Cable> {
  const taken = new Map<string, Cable>();
  const changed: (readonly [Cable, Cable])[] = [];
  const next = (ref: PortRef): PortRef =>
    moved.has(ref.deviceId) ? { ...ref, portId: ports.get(ref.portId) ?? ref.portId } : ref;
  for (const cable of design.cables.values()) {
    const ends = [...cable.ends.a, ...cable.ends.b];
    if (!ends.some(({ deviceId }) => moved.has(deviceId))) continue;
    const after = { a: cable.ends.a.map(next), b: cable.ends.b.map(next) };
    const refs = [...after.a, ...after.b];
    for (const ref of refs) {
      const other = taken.get(portKey(ref));
      if (other && moved.has(ref.deviceId)) {
        const device = design.devices.get(ref.deviceId)?.name ?? '';
        const args = { first: other.label, second: cable.label, device };
        return { changed, objection: reason('library.refused.twoInOne', args) };
      }
      taken.set(portKey(ref), cable);
    }
    if (refs.some((ref, at) => ref.portId !== ends[at]?.portId)) {
      changed.push([cable, { ...cable, ends: after }]);
    }
  }
  return { changed, objection: null };
}

/** A type that is higher, wider or goes elsewhere must fit where its devices stand. */
function placeObjection(
  design: Design,
  { before, after }: TypeUpdate,
  moved: readonly Device[],
): Reason | null {
  const sameRoom =
    before.heightU === after.heightU &&
    before.width === after.width &&
    before.depthUse === after.depthUse &&
    before.lodging === after.lodging;
  if (sameRoom) return null;
  const occupants = moved.map(({ id, name, rackId, mount, bay, u, face, column }) => ({
    id,
    name,
    type: after,
    rackId,
    mount,
    bay,
    u,
    face,
    column,
  }));
  const { allowed, reasons } = canPlaceAll(design, occupants, new Set(moved.map(({ id }) => id)));
  return allowed ? null : (reasons[0] ?? null);
}

/** One pair a device: a device may change for two reasons. */
function merged(
  devices: readonly (readonly [Device, Device])[],
  lodgers: readonly (readonly [Device, Device])[],
): readonly (readonly [Device, Device])[] {
  const pairs = new Map(devices.map((pair) => [pair[0].id, pair]));
  for (const [before, after] of lodgers) {
    const known = pairs.get(before.id);
    pairs.set(before.id, [before, known ? { ...known[1], bay: after.bay } : after]);
  }
  return [...pairs.values()];
}
