import { Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Revision } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { addRevision, nextMark, removeRevision } from '../../editor/index.ts';
import { IconButton } from '../../panels/parts/icon-button.tsx';
import { useEdit } from '../../panels/use-edit.ts';
import { useEditorState, useWorkspace } from '../../panels/workspace.ts';
import styles from './export-set.module.css';

interface RevisionListProps {
  readonly readOnly: boolean;
  /** Today, as `2026-11-26`. */
  readonly today: string;
}

const LIMITS = { mark: 12, on: 10, by: 120, text: 300 } as const;

/** The revision table of the cover: what was issued, and the next one. */
export function RevisionList({ readOnly, today }: RevisionListProps) {
  const revisions = useEditorState(({ design }) => design.settings.drawing.revisions);
  const edit = useEdit();
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.revisions}>
      {revisions.length === 0 && !adding ? (
        <p className={styles.hint}>{say('prints.revisions.none')}</p>
      ) : null}
      <ul>
        {revisions.map((revision) => (
          <li key={revision.mark} className={styles.revision}>
            <span className={styles.mark}>{revision.mark}</span>
            <span className={styles.revisionText}>
              <span>{revision.text}</span>
              <span className={styles.count}>
                {[revision.on, revision.by].filter((part) => part !== '').join(' · ')}
              </span>
            </span>
            <IconButton
              icon={Trash2}
              label={say('prints.revisions.remove', { mark: revision.mark })}
              disabledReason={readOnly ? say('app.reason.readOnly') : null}
              onClick={() => edit(({ state }) => removeRevision(state.design, revision.mark))}
            />
          </li>
        ))}
      </ul>
      {adding ? (
        <NewRevision revisions={revisions} today={today} onDone={() => setAdding(false)} />
      ) : (
        <Button
          size="xs"
          variant="default"
          disabled={readOnly}
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {say('prints.revisions.add')}
        </Button>
      )}
    </div>
  );
}

interface NewRevisionProps {
  readonly revisions: readonly Revision[];
  readonly today: string;
  readonly onDone: () => void;
}

function NewRevision({ revisions, today, onDone }: NewRevisionProps) {
  const { settings } = useWorkspace();
  const edit = useEdit();
  const [draft, setDraft] = useState<Revision>({
    mark: nextMark(revisions),
    on: today,
    by: settings.state.personName,
    text: '',
  });
  const [wrong, setWrong] = useState<{ field: keyof Revision; why: string } | null>(null);
  function add(): void {
    const told = {
      mark: draft.mark.trim(),
      on: draft.on.trim(),
      by: draft.by.trim(),
      text: draft.text.trim(),
    };
    const refusal = edit(({ state }) => addRevision(state.design, told));
    if (refusal === null) onDone();
    else setWrong({ field: told.mark !== '' && told.on === '' ? 'on' : 'mark', why: refusal });
  }
  return (
    <div className={styles.newRevision}>
      {(['mark', 'on', 'by', 'text'] as const).map((field) => (
        <TextInput
          key={field}
          type={field === 'on' ? 'date' : 'text'}
          size="xs"
          className={styles[field] ?? ''}
          label={say(`prints.revisions.${field}`)}
          value={draft[field]}
          maxLength={LIMITS[field]}
          error={field === wrong?.field ? wrong.why : null}
          autoComplete="off"
          // Escape here puts the fields away, not the dialog.
          data-mantine-stop-propagation
          onChange={({ currentTarget: { value } }) => setDraft({ ...draft, [field]: value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
            else if (event.key === 'Escape') {
              event.stopPropagation();
              onDone();
            }
          }}
        />
      ))}
      <div className={styles.revisionButtons}>
        <Button size="xs" variant="default" onClick={onDone}>
          {say('app.dialog.cancel')}
        </Button>
        <Button size="xs" onClick={add}>
          {say('prints.revisions.add')}
        </Button>
      </div>
    </div>
  );
}
