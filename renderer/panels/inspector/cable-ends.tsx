import type { Design } from '../../../shared/model/design.ts';
import { portOf, typeOf } from '../../../shared/model/design-index.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { useShowSubjects } from '../show-subjects.ts';
import styles from './inspector.module.css';

/** Where a cable ends: each line leads to its device. */
export function CableEndsSection({
  design,
  cable,
}: {
  readonly design: Design;
  readonly cable: Cable;
}) {
  const show = useShowSubjects();
  return (
    <Section title={say('panels.inspector.ends')}>
      {(['a', 'b'] as const).map((side) => (
        <ul key={side} className={styles.ends} aria-label={say(`panels.end.${side}`)}>
          {cable.ends[side].map((ref) => {
            const end = endText(design, ref);
            return (
              <li key={`${ref.deviceId}/${ref.portId}`}>
                <button
                  type="button"
                  className={styles.end}
                  onClick={() => show([{ kind: 'device', id: ref.deviceId, name: end.device }])}
                >
                  <span className={styles.endSide}>{side.toUpperCase()}</span>
                  <span className={styles.endDevice}>{end.device}</span>
                  <span className={styles.endPort}>{end.port}</span>
                  <span className={styles.endPlace}>{end.place}</span>
                </button>
              </li>
            );
          })}
        </ul>
      ))}
    </Section>
  );
}

function endText(design: Design, ref: PortRef): { device: string; port: string; place: string } {
  const device = design.devices.get(ref.deviceId);
  if (!device) return { device: ref.deviceId, port: ref.portId, place: '' };
  const port = portOf(typeOf(design, device), ref.portId);
  const rack = design.racks.get(device.rackId)?.name ?? '';
  return {
    device: device.name,
    port: port?.name ?? ref.portId,
    place: say('panels.place', { rack, u: device.u }),
  };
}
