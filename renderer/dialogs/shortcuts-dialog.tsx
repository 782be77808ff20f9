import { useMemo, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { COMMAND_IDS, type CommandId, chordsOf, commandLabel } from '../editor/index.ts';
import { SearchField } from '../panels/parts/search-field.tsx';
import { chordText } from '../panels/use-command.ts';
import { useLive } from '../panels/use-live.ts';
import { useWorkspace } from '../panels/workspace.ts';
import { groupCommands } from './command-groups.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

/** Every key there is, by subject. */
export function ShortcutsDialog({
  onClose,
  onChangeKeys,
}: {
  readonly onClose: () => void;
  readonly onChangeKeys: () => void;
}) {
  const { editor, settings, platform } = useWorkspace();
  const keys = useLive(settings);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => {
    const bound = COMMAND_IDS.filter((id) => chordsOf(id, keys).length > 0);
    const term = query.trim().toLowerCase();
    return groupCommands(
      bound.filter((id) => commandLabel(editor, id).toLowerCase().includes(term)),
    );
  }, [editor, keys, query]);
  const chords = (id: CommandId): readonly string[] => chordsOf(id, keys);
  return (
    <DialogFrame
      title={say('app.shortcuts.title')}
      width={720}
      onClose={onClose}
      aside={
        <button type="button" className={styles.textButton} onClick={onChangeKeys}>
          {say('app.shortcuts.change')}
        </button>
      }
    >
      <SearchField
        startsHere
        value={query}
        label={say('app.shortcuts.search')}
        onChange={setQuery}
      />
      <div className={styles.keyPage}>
        {groups.length === 0 ? (
          <p className={styles.fieldHint}>{say('app.shortcuts.none')}</p>
        ) : null}
        <div className={styles.columns}>
          {groups.map(({ title, ids }) => (
            <section key={title} className={styles.keyGroup}>
              <h3>{title}</h3>
              {ids.map((id) => (
                <div key={id} className={styles.keyLine}>
                  <span>{commandLabel(editor, id)}</span>
                  <span className={styles.chords}>
                    {chords(id).map((chord) => (
                      <kbd key={chord} className={styles.chord}>
                        {chordText(chord, platform)}
                      </kbd>
                    ))}
                  </span>
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
    </DialogFrame>
  );
}
