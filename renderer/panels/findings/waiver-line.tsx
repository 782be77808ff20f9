import type { WaiverRow } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { takeBackWaivers } from '../../editor/index.ts';
import { useEdit } from '../use-edit.ts';
import { useEditorState } from '../workspace.ts';
import styles from './findings.module.css';

interface WaiverLineProps {
  readonly waiver: WaiverRow;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
}

/** A waiver whose finding is gone: it may stay in the file, or be removed. */
export function WaiverLine({ waiver, tabStop, onFocus }: WaiverLineProps) {
  const edit = useEdit();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <div className={styles.unneeded}>
      <span className={styles.message}>
        {say('panels.findings.waivedBy', { by: waiver.by, on: waiver.on, reason: waiver.reason })}
      </span>
      <span className={styles.waiverOf}>{waiver.findingId}</span>
      <button
        type="button"
        className={styles.quietButton}
        disabled={readOnly !== null}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={() => edit((editor) => takeBackWaivers(editor.state.design, waiver.findingId))}
      >
        {say('panels.findings.removeWaiver')}
      </button>
    </div>
  );
}
