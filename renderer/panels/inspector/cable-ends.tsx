import { Replace, Unplug } from 'lucide-react';
import { endLabels } from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { portKey } from '../../../shared/model/design-index.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { type EndPlace, endPlace } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { beginReplug, sayReason, unplugEnd } from '../../editor/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Section } from '../parts/section.tsx';
import { useShowSubjects } from '../show-subjects.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
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
  const labels = endLabels(design, cable);
  const { editor } = useWorkspace();
  const readOnly = useEditorState((state) => state.readOnly);
  const plugs = labels.a.length + labels.b.length;
  return (
    <Section title={say('panels.inspector.ends')}>
      {(['a', 'b'] as const).map((side) => (
        <ul key={side} className={styles.ends} aria-label={say(`panels.end.${side}`)}>
          {sharedOnce(cable.ends[side]).map((ref) => {
            const end = endPlace(design, ref);
            return (
              <li key={portKey(ref)} className={styles.endLine}>
                <button
                  type="button"
                  className={styles.end}
                  onClick={() => show([{ kind: 'device', id: ref.deviceId, name: end.device }])}
                >
                  <span className={styles.endSide}>{side.toUpperCase()}</span>
                  <span className={styles.endDevice}>{end.device}</span>
                  <span className={styles.endPort}>{end.port}</span>
                  <span className={styles.endPlace}>{placeLine(end)}</span>
                </button>
                <IconButton
                  icon={Replace}
                  label={say('panels.end.move', { port: end.port })}
                  disabledReason={readOnly && sayReason(readOnly)}
                  onClick={() => beginReplug(editor, cable, ref)}
                />
                {plugs > 2 ? (
                  <IconButton
                    icon={Unplug}
                    label={say('panels.end.remove', { port: end.port })}
                    disabledReason={readOnly && sayReason(readOnly)}
                    onClick={() => editor.perform(unplugEnd(editor.state.design, cable.id, ref))}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      ))}
      <ReadLine label={say('panels.field.labelA')}>{labels.a.join(', ')}</ReadLine>
      <ReadLine label={say('panels.field.labelB')}>{labels.b.join(', ')}</ReadLine>
    </Section>
  );
}

/** The ports, each once: links that share one are one line. */
function sharedOnce(refs: readonly PortRef[]): readonly PortRef[] {
  return [...new Map(refs.map((ref) => [portKey(ref), ref])).values()];
}

/** Rack and unit; nothing where the design does not hold the device. */
function placeLine({ rack, unit }: EndPlace): string {
  return unit === '' ? '' : say('panels.place', { rack, unit });
}
