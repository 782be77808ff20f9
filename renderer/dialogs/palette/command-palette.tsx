import { Modal } from '@mantine/core';
import {
  Box,
  Cable,
  type LucideIcon,
  Route,
  Rows3,
  Search,
  Server,
  SquareDashed,
} from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Subject } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import type { CommandId } from '../../editor/index.ts';
import { useEditorState } from '../../panels/workspace.ts';
import styles from './palette.module.css';
import { type PaletteCommand, type PaletteEntry, paletteGroups } from './palette-search.ts';

interface CommandPaletteProps {
  readonly commands: readonly PaletteCommand[];
  readonly recent: readonly CommandId[];
  readonly onClose: () => void;
  readonly onCommand: (id: CommandId) => void;
  readonly onSubject: (subject: Subject) => void;
}

/** Every command by name, and every rack, device and cable to jump to. */
export function CommandPalette({
  commands,
  recent,
  onClose,
  onCommand,
  onSubject,
}: CommandPaletteProps) {
  const design = useEditorState((state) => state.design);
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(
    () => paletteGroups(design, commands, recent, query),
    [design, commands, recent, query],
  );
  const entries = groups.flatMap((group) => group.entries);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function choose(entry: PaletteEntry | undefined): void {
    if (entry === undefined || isDisabled(entry)) return;
    onClose();
    if (entry.kind === 'command') onCommand(entry.command.id);
    else onSubject(entry.subject);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setMarked((before) => (before + by + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(entries[marked]);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={600}
      classNames={{ body: styles.body ?? '' }}
      attributes={{ content: { 'aria-label': say('app.palette.title') } }}
    >
      <div className={styles.search}>
        <Search size={16} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={`${listId}-${marked}`}
          aria-autocomplete="list"
          aria-label={say('app.palette.search')}
          placeholder={say('app.palette.search')}
          spellCheck={false}
          data-autofocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={say('app.palette.title')}
        className={styles.list}
      >
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={say(`app.palette.${group.name}`)}>
            <div className={styles.group} aria-hidden>
              {say(`app.palette.${group.name}`)}
            </div>
            {group.entries.map((entry) => {
              const place = entries.indexOf(entry);
              return (
                <PaletteLine
                  key={`${group.name}/${entryKey(entry)}`}
                  id={`${listId}-${place}`}
                  entry={entry}
                  marked={place === marked}
                  onPoint={() => setMarked(place)}
                  onChoose={() => choose(entry)}
                />
              );
            })}
            {group.more > 0 ? (
              <div className={styles.more}>{say('app.palette.more', { count: group.more })}</div>
            ) : null}
          </div>
        ))}
      </div>
      {entries.length === 0 ? <p className={styles.none}>{say('app.palette.none')}</p> : null}
    </Modal>
  );
}

function isDisabled(entry: PaletteEntry): boolean {
  return entry.kind === 'command' && entry.command.disabledReason !== null;
}

function entryKey(entry: PaletteEntry): string {
  return entry.kind === 'command' ? entry.command.id : `${entry.subject.kind}/${entry.subject.id}`;
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly marked: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function PaletteLine({ id, entry, marked, onPoint, onChoose }: PaletteLineProps) {
  return (
    // The search field holds the focus and names this line as its active one.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={marked}
      aria-disabled={isDisabled(entry)}
      className={styles.line}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {entry.kind === 'command' ? (
        <CommandWords command={entry.command} />
      ) : (
        <SubjectWords {...entry} />
      )}
    </div>
  );
}

function CommandWords({ command }: { readonly command: PaletteCommand }) {
  return (
    <>
      <span className={styles.label}>{command.label}</span>
      {command.disabledReason === null ? null : (
        <span className={styles.detail}>{command.disabledReason}</span>
      )}
      <kbd className={styles.keys}>{command.keys}</kbd>
    </>
  );
}

const ICONS: Partial<Readonly<Record<Subject['kind'], LucideIcon>>> = {
  rack: Box,
  cable: Cable,
  row: Rows3,
  area: SquareDashed,
  pathway: Route,
};

function SubjectWords({ subject, detail }: Extract<PaletteEntry, { kind: 'subject' }>) {
  const Icon = ICONS[subject.kind] ?? Server;
  return (
    <>
      <Icon size={14} aria-hidden />
      <span className={styles.label}>{subject.name}</span>
      <span className={styles.detail}>{detail}</span>
    </>
  );
}
