import { say } from '../../shared/text/index.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import dialogStyles from '../dialogs/dialogs.module.css';
import { answerWaiting } from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import styles from './lost-cables.module.css';

/** More than these are counted, not named. */
const NAMED = 100;

/** Asks before a drawing takes cables with it, and names them: both go together, and come back together with Undo. */
export function LostCablesDialog() {
  const { editor } = useWorkspace();
  const waiting = useEditorState((state) => state.faceplate?.waiting ?? null);
  const design = useEditorState((state) => state.design);
  if (!waiting) return null;
  const { cables, label } = waiting;
  return (
    <DialogFrame
      title={say('face.lost.title', { count: cables.length })}
      width={460}
      onClose={() => answerWaiting(editor, false)}
      action={{
        label: say('face.lost.remove', { count: cables.length }),
        run: () => answerWaiting(editor, true),
      }}
    >
      <p className={dialogStyles.fieldHint}>{say('face.lost.why', { label })}</p>
      <ul className={styles.cables} aria-label={say('face.lost.list')}>
        {cables.slice(0, NAMED).map((cable) => (
          <li key={cable.id}>
            <span className={styles.label}>{cable.label}</span>
            <span className={styles.ends}>
              {say('face.lost.ends', {
                a: endsText(cable.ends.a),
                b: endsText(cable.ends.b),
              })}
            </span>
          </li>
        ))}
      </ul>
      {cables.length > NAMED ? (
        <p className={dialogStyles.fieldHint}>
          {say('face.lost.more', { count: cables.length - NAMED })}
        </p>
      ) : null}
    </DialogFrame>
  );

  function endsText(ends: (typeof cables)[number]['ends']['a']): string {
    const names = new Set(
      ends.map(({ deviceId }) => design.devices.get(deviceId)?.name ?? deviceId),
    );
    return [...names].join(', ');
  }
}
