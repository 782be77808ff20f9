import { useEffect, useState } from 'react';
import type { Finding } from '../../../shared/analysis/types.ts';
import type { FixProposal } from '../../../shared/fixes/index.ts';
import { say } from '../../../shared/text/index.ts';
import { focusCanvas } from '../focus-canvas.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './findings.module.css';

/** What would help a finding: edits that were tried, each a button that makes it as one step. */
export function FindingFixes({ finding }: { readonly finding: Finding }) {
  const fixes = useFixes(finding.id);
  if (fixes === null) return <p className={styles.quiet}>{say('panels.findings.fixes.trying')}</p>;
  if (fixes.length === 0)
    return <p className={styles.quiet}>{say('panels.findings.fixes.none')}</p>;
  return (
    <section aria-label={say('panels.findings.fixes')}>
      <h3>{say('panels.findings.fixes')}</h3>
      <ul className={styles.fixes}>
        {fixes.map((fix) => (
          <li key={fix.id}>
            <FixButton fix={fix} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The fixes of a finding of the design as it is; null while they are tried. */
function useFixes(findingId: string): readonly FixProposal[] | null {
  const { fixesFor } = useWorkspace();
  const revision = useEditorState((state) => state.revision);
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let wanted = true;
    void fixesFor(findingId).then((fixes) => {
      if (wanted && fixes) setKnown({ findingId, revision, fixes });
    });
    return () => {
      wanted = false;
    };
  }, [fixesFor, findingId, revision]);
  return known?.findingId === findingId && known.revision === revision ? known.fixes : null;
}

interface Known {
  readonly findingId: string;
  readonly revision: number;
  readonly fixes: readonly FixProposal[];
}

function FixButton({ fix }: { readonly fix: FixProposal }) {
  const { editor } = useWorkspace();
  const readOnly = useEditorState((state) => state.readOnly) !== null;
  const { action, effect, label, diff, solves } = fix;
  function apply(): void {
    const made = editor.perform({ ok: true, edit: { label: action, diff, selection: null } });
    if (!made) return;
    editor.notify('info', label);
    // The button goes with what it was for.
    focusCanvas();
  }
  return (
    <button
      type="button"
      className={styles.fix}
      data-solves={solves}
      disabled={readOnly}
      onClick={apply}
    >
      <span>{action}</span>
      <span className={styles.fixEffect}>{effect}</span>
    </button>
  );
}
