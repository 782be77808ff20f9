import type { Design } from '../../../shared/model/design.ts';
import type { Cable, Device, Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf } from '../../editor/index.ts';
import { Section } from '../parts/section.tsx';
import { useWorkspace } from '../workspace.ts';
import { DeviceLive } from './device-live.tsx';
import styles from './inspector.module.css';

interface MixedInspectorProps {
  readonly design: Design;
  readonly racks: readonly Rack[];
  readonly devices: readonly Device[];
  readonly cables: readonly Cable[];
}

/** Things of several kinds: how many of each, and a way to go on with one kind. */
export function MixedInspector({ racks, devices, cables }: MixedInspectorProps) {
  const { editor } = useWorkspace();
  const kinds = [
    { kind: 'racks', things: racks },
    { kind: 'devices', things: devices },
    { kind: 'cables', things: cables },
  ] as const;
  return (
    <>
      <Section title={say('panels.inspector.selected')}>
        <ul className={styles.kinds}>
          {kinds
            .filter(({ things }) => things.length > 0)
            .map(({ kind, things }) => (
              <li key={kind}>
                <span>{say(`panels.inspector.${kind}`, { count: things.length })}</span>
                <button
                  type="button"
                  className={styles.only}
                  onClick={() => editor.set({ selection: selectionOf(things) })}
                >
                  {say('panels.inspector.only')}
                </button>
              </li>
            ))}
        </ul>
      </Section>
      {devices.length === 0 ? null : <DeviceLive devices={devices} />}
    </>
  );
}
