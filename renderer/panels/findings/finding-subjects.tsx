import { ListFilter } from 'lucide-react';
import type { RuleId, Subject } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { runCommand } from '../../editor/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useShowSubjects } from '../show-subjects.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './findings.module.css';

/** More names than these are only counted. */
const MOST = 8;

/** Where a finding is: each subject leads to its place on the drawing. */
interface FindingSubjectsProps {
  readonly rule: RuleId;
  readonly subjects: readonly Subject[];
}

export function FindingSubjects({ rule, subjects }: FindingSubjectsProps) {
  const showSubjects = useShowSubjects();
  const shown = subjects.filter(({ kind }) => kind !== 'settings').slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <div className={styles.subjects} role="group" aria-label={say('panels.findings.where')}>
      {shown.map((subject) => (
        <button
          key={`${subject.kind} ${subject.id}`}
          type="button"
          className={styles.subject}
          onClick={() => showSubjects([subject])}
        >
          {subject.name}
        </button>
      ))}
      {subjects.length > MOST ? (
        <span className={styles.quiet}>
          {say('panels.findings.moreSubjects', { count: subjects.length - MOST })}
        </span>
      ) : null}
      {subjects.some(({ kind }) => kind === 'cable') ? <OnlySuch rule={rule} /> : null}
    </div>
  );
}

/** Shows the cables of such findings alone, in the racks and in the table. */
function OnlySuch({ rule }: { readonly rule: RuleId }) {
  const { editor } = useWorkspace();
  const isOn = useEditorState(({ view }) => view.cableFilter.finding === rule);
  const name = say('panels.findings.onlySuch');
  return (
    <IconButton
      icon={ListFilter}
      label={name}
      pressed={isOn}
      onClick={() => void runCommand(editor, `cable.onlyRule.${rule}`)}
    />
  );
}
