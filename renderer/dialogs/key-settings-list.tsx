import { Button } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { keyInput } from '../canvas/input/to-input.ts';
import {
  COMMAND_IDS,
  type CommandId,
  chordOf,
  chordOwner,
  chordsOf,
  commandLabel,
  type KeySettings,
} from '../editor/index.ts';
import { IconButton } from '../panels/parts/icon-button.tsx';
import { SearchField } from '../panels/parts/search-field.tsx';
import { chordText } from '../panels/use-command.ts';
import { useLive } from '../panels/use-live.ts';
import { useWorkspace } from '../panels/workspace.ts';
import { groupCommands } from './command-groups.ts';
import styles from './dialogs.module.css';

type Keys = KeySettings['keys'];

/** Every command with its key, to be changed: press the button, then the keys. */
export function KeySettingsList() {
  const { editor, settings, saveSettings } = useWorkspace();
  const current = useLive(settings);
  const [query, setQuery] = useState('');
  const [clash, setClash] = useState<string | null>(null);
  const term = query.trim().toLowerCase();
  const ids = COMMAND_IDS.filter((id) => commandLabel(editor, id).toLowerCase().includes(term));

  function rebind(id: CommandId, chord: string, spoken: string): void {
    const owner = chordOwner(chord, current, id);
    setClash(
      owner && say('app.settings.clash', { keys: spoken, command: commandLabel(editor, owner) }),
    );
    saveSettings({ keys: withChord(current.keys, id, chord, owner) });
  }
  function reset(id: CommandId): void {
    const { [id]: _, ...keys } = current.keys;
    saveSettings({ keys });
  }
  return (
    <>
      <div className={styles.inline}>
        <div className={styles.grow}>
          <SearchField value={query} label={say('app.shortcuts.search')} onChange={setQuery} />
        </div>
        <Button
          type="button"
          variant="default"
          size="xs"
          disabled={Object.keys(current.keys).length === 0}
          onClick={() => saveSettings({ keys: {} })}
        >
          {say('app.settings.resetAll')}
        </Button>
      </div>
      <p className={styles.clash} role="status">
        {clash}
      </p>
      <div className={styles.keyList}>
        {groupCommands(ids).map(({ title, ids: own }) => (
          <section key={title} className={styles.keyGroup}>
            <h3>{title}</h3>
            {own.map((id) => (
              <div key={id} className={styles.keyLine}>
                <span className={styles.grow}>{commandLabel(editor, id)}</span>
                <KeyButton id={id} onChord={(chord, spoken) => rebind(id, chord, spoken)} />
                {current.keys[id] === undefined ? (
                  <span className={styles.noReset} />
                ) : (
                  <IconButton
                    icon={RotateCcw}
                    label={say('app.settings.reset')}
                    onClick={() => reset(id)}
                  />
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

/** The keys with a chord given to one command; whoever had it keeps none of its own making. */
function withChord(keys: Keys, id: CommandId, chord: string, owner: CommandId | null): Keys {
  return { ...keys, [id]: chord, ...(owner === null ? {} : { [owner]: '' }) };
}

interface KeyButtonProps {
  readonly id: CommandId;
  readonly onChord: (chord: string, spoken: string) => void;
}

function KeyButton({ id, onChord }: KeyButtonProps) {
  const { editor, settings, platform } = useWorkspace();
  const [chord] = chordsOf(id, useLive(settings));
  const [listening, setListening] = useState(false);

  function onKeyDown(event: KeyboardEvent): void {
    if (!listening) return;
    // Tab leaves and Escape gives up, or the keyboard would be caught here.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const next = event.key === 'Escape' ? null : chordOf(keyInput(event.nativeEvent), platform);
    if (event.key !== 'Escape' && next === null) return;
    setListening(false);
    if (next !== null) onChord(next, chordText(next, platform));
  }
  const shown = chord === undefined ? say('app.settings.noKey') : chordText(chord, platform);
  return (
    <button
      type="button"
      className={styles.rebind}
      data-listening={listening}
      aria-label={say('app.settings.changeKey', { command: commandLabel(editor, id) })}
      onClick={() => setListening(!listening)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
    >
      {listening ? say('app.settings.press') : shown}
    </button>
  );
}
