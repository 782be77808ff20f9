import { bayOf, childrenOf, isSupply } from '../../../shared/model/bays.ts';
import type { Design } from '../../../shared/model/design.ts';
import { typeOf } from '../../../shared/model/design-index.ts';
import type { Bay, DeviceType } from '../../../shared/model/device-type.ts';
import type { Device } from '../../../shared/model/records.ts';
import { unitText } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { useShowSubjects } from '../show-subjects.ts';
import styles from './inspector.module.css';

interface BaysSectionProps {
  readonly design: Design;
  readonly device: Device;
}

/** The bays of a device: each line leads to what is in it. */
export function BaysSection({ design, device }: BaysSectionProps) {
  const { bays } = typeOf(design, device);
  if (bays.length === 0) return null;
  const inside = new Map(
    childrenOf(design, device.id).map((child) => [child.bay?.bayId ?? '', child]),
  );
  const supplies = [...inside.values()].map((child) => typeOf(design, child)).filter(isSupply);
  const capacity = capacityOf(supplies);
  const detail = say('panels.bays.taken', { taken: inside.size, all: bays.length });
  return (
    <Section title={say('panels.inspector.bays')} detail={detail}>
      <ul className={styles.ends}>
        {bays.map((bay) => (
          <BayLine key={bay.id} design={design} bay={bay} child={inside.get(bay.id)} />
        ))}
      </ul>
      {capacity === null ? null : (
        <p className={styles.baySupplies}>
          {say('panels.bays.supplies', { count: supplies.length, watts: capacity })}
        </p>
      )}
    </Section>
  );
}

/** What supplies hand on together, W; null where one does not say. */
function capacityOf(supplies: readonly DeviceType[]): number | null {
  let watts = 0;
  for (const { ports } of supplies) {
    for (const { kind, maximumDrawW } of ports) {
      if (kind !== 'powerInlet') continue;
      if (maximumDrawW === null) return null;
      watts += maximumDrawW;
    }
  }
  return supplies.length === 0 ? null : watts;
}

function BayLine({
  design,
  bay,
  child,
}: {
  readonly design: Design;
  readonly bay: Bay;
  readonly child: Device | undefined;
}) {
  const show = useShowSubjects();
  const kind = say(`panels.bays.${bay.kind}`);
  if (!child) {
    return (
      <li className={styles.bayEmpty}>
        <span className={styles.bayName}>{bay.name}</span>
        <span className={styles.endPlace}>{say('panels.bays.empty', { kind })}</span>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={styles.bay}
        onClick={() => show([{ kind: 'device', id: child.id, name: child.name }])}
      >
        <span className={styles.bayName}>{bay.name}</span>
        <span className={styles.endDevice}>{child.name}</span>
        <span className={styles.endPort}>{typeOf(design, child).model}</span>
      </button>
    </li>
  );
}

/** Where a device in a bay is: a line that leads to the device that it is in. */
export function InBayLine({ design, device }: BaysSectionProps) {
  const show = useShowSubjects();
  const host = device.bay && design.devices.get(device.bay.deviceId);
  if (!host || !device.bay) return null;
  const { bayId } = device.bay;
  const bay = bayOf(typeOf(design, host), bayId);
  const place = say('panels.place', {
    rack: design.racks.get(host.rackId)?.name ?? '',
    unit: unitText(design, host),
  });
  return (
    <button
      type="button"
      className={styles.bay}
      onClick={() => show([{ kind: 'device', id: host.id, name: host.name }])}
    >
      <span className={styles.bayName}>{say('panels.bays.in', { bay: bay?.name ?? bayId })}</span>
      <span className={styles.endDevice}>{host.name}</span>
      <span className={styles.endPort}>{place}</span>
    </button>
  );
}
