import type { Design } from '../../../shared/model/design.ts';
import type { Area, Cable, Device, Pathway, Rack, Row } from '../../../shared/model/records.ts';
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
  readonly floor: {
    readonly rows: readonly Row[];
    readonly areas: readonly Area[];
    readonly pathways: readonly Pathway[];
  };
}

/** Things of several kinds: how many of each, and a way to go on with one kind. */
export function MixedInspector({ racks, devices, cables, floor }: MixedInspectorProps) {
  const { editor } = useWorkspace();
  const kinds = [
    { words: 'panels.inspector.racks', things: racks },
    { words: 'panels.inspector.devices', things: devices },
    { words: 'panels.inspector.cables', things: cables },
    { words: 'plan.inspector.rows', things: floor.rows },
    { words: 'plan.inspector.areas', things: floor.areas },
    { words: 'plan.inspector.pathways', things: floor.pathways },
  ] as const;
  return (
    <>
      <Section title={say('panels.inspector.selected')}>
        <ul className={styles.kinds}>
          {kinds
            .filter(({ things }) => things.length > 0)
            .map(({ words, things }) => (
              <li key={words}>
                <span>{say(words, { count: things.length })}</span>
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
