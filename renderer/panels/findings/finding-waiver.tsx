import type { Finding, FindingWaiver } from '../../../shared/analysis/types.ts';
import { changeText } from '../../../shared/analysis/waiver-text.ts';
import { say } from '../../../shared/text/index.ts';
import { takeBackWaivers } from '../../editor/index.ts';
import { useEdit } from '../use-edit.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './findings.module.css';

/** Who accepted the finding and why, what has changed since, and the buttons to accept or take back. */
export function WaiverPart({ finding }: { readonly finding: Finding }) {
  const { askWaiver } = useWorkspace();
  const edit = useEdit();
  const readOnly = useEditorState((state) => state.readOnly) !== null;
  const { waiver } = finding;
  return (
    <div className={styles.waiver} data-lapsed={waiver?.lapsed ?? false}>
      {waiver === null ? null : <WaiverWords waiver={waiver} />}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.quietButton}
          disabled={readOnly}
          onClick={() => askWaiver(finding)}
        >
          {say(`panels.findings.${waiveKey(waiver)}`)}
        </button>
        {waiver === null ? null : (
          <button
            type="button"
            className={styles.quietButton}
            disabled={readOnly}
            onClick={() => edit((editor) => takeBackWaivers(editor.state.design, finding.id))}
          >
            {say('panels.findings.takeBack')}
          </button>
        )}
      </div>
    </div>
  );
}

function waiveKey(waiver: FindingWaiver | null): 'waive' | 'waiveAgain' | 'editWaiver' {
  if (waiver === null) return 'waive';
  return waiver.lapsed ? 'waiveAgain' : 'editWaiver';
}

function WaiverWords({ waiver }: { readonly waiver: FindingWaiver }) {
  const { by, on, reason, lapsed, changed } = waiver;
  return (
    <>
      <h3>{say(lapsed ? 'panels.findings.lapsedTitle' : 'panels.findings.waivedTitle')}</h3>
      <p className={styles.reason}>{reason}</p>
      <p className={styles.quiet}>{say('panels.findings.signed', { by, on })}</p>
      {changed.length === 0 ? null : (
        <ul className={styles.changes} aria-label={say('panels.findings.changed')}>
          {changed.map((change) => (
            <li key={change.name}>{changeText(change)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
