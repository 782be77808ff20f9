/**
 * What happens, read out politely: at most once a second, and the last word wins. What stands over
 * the drawing as a message is read out there, and not here a second time.
 */
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { countFindings } from '../../../shared/analysis/summary.ts';
import type { Analysis } from '../../../shared/analysis/types.ts';
import { partWords } from '../../../shared/faceplate/index.ts';
import { say } from '../../../shared/text/index.ts';
import {
  type Editor,
  pickedParts,
  type Selection,
  selectionSize,
  shownType,
} from '../../editor/index.ts';
import styles from '../canvas.module.css';
import { useEditorState } from '../use-editor-state.ts';
import { cableName } from './mirror-labels.ts';

const PAUSE_MS = 1000;

interface AnnouncerProps {
  readonly editor: Editor;
  readonly analysis: Analysis | null;
  readonly saved: string;
}

export function Announcer({ editor, analysis, saved }: AnnouncerProps): ReactElement {
  const [text, announce] = useAnnouncement();
  const selection = useEditorState(editor, (state) => state.selection);
  const picked = useEditorState(editor, (state) => state.faceplate?.selected ?? null);
  const message = useEditorState(editor, (state) => state.overlay.message?.text ?? '');
  const { error: errors, warning: warnings } = useMemo(
    () => countFindings(analysis?.findings ?? []).bySeverity,
    [analysis],
  );

  useEffect(
    () =>
      editor.onDesignChange(({ label, source }) =>
        announce(say(`mirror.made.${source}`, { label })),
      ),
    [editor, announce],
  );
  useLaterChange(selection, () => announce(selectionText(editor, selection)));
  useLaterChange(picked, () => announce(pickedText(editor)));
  useLaterChange(message, () => announce(message));
  useLaterChange(saved, () => announce(saved));
  useLaterChange(`${errors} ${warnings}`, () => {
    const found = say('mirror.findings', { errors, warnings });
    // What a gesture would do is still true: its findings come with it, not in its place.
    announce(message === '' ? found : `${message}. ${found}`);
  });
  return (
    <div className={styles['unseen']} aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}

/** Runs when the value changes, but not for its first one. */
function useLaterChange(value: unknown, run: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (Object.is(last.current, value)) return;
    last.current = value;
    run();
  });
}

function useAnnouncement(): readonly [string, (text: string) => void] {
  const [text, setText] = useState('');
  const waiting = useRef<{ next: string | null; timer: ReturnType<typeof setTimeout> | null }>({
    next: null,
    timer: null,
  });
  const [announce] = useState(() => (next: string): void => {
    if (next === '') return;
    const { current } = waiting;
    if (current.timer !== null) {
      current.next = next;
      return;
    }
    setText(next);
    const rest = (): void => {
      const { next: later } = current;
      current.next = null;
      current.timer = later === null ? null : setTimeout(rest, PAUSE_MS);
      if (later !== null) setText(later);
    };
    current.timer = setTimeout(rest, PAUSE_MS);
  });
  return [text, announce];
}

/** What is picked of a faceplate: a part by its name, several by their number. */
function pickedText({ state: { design, faceplate } }: Editor): string {
  if (!faceplate) return '';
  const [first, ...others] = pickedParts(shownType(design, faceplate), faceplate.selected);
  if (!first) return say('mirror.nothingSelected');
  if (others.length > 0) return say('mirror.selectedMany', { count: others.length + 1 });
  return say('mirror.selectedOne', { name: partWords(first) });
}

function selectionText({ state: { design } }: Editor, selection: Selection): string {
  const size = selectionSize(selection);
  if (size === 0) return say('mirror.nothingSelected');
  if (size > 1) return say('mirror.selectedMany', { count: size });
  const [rack] = selection.racks;
  const [device] = selection.devices;
  const [cableId] = selection.cables;
  const cable = cableId === undefined ? undefined : design.cables.get(cableId);
  const name =
    (rack !== undefined && design.racks.get(rack)?.name) ||
    (device !== undefined && design.devices.get(device)?.name) ||
    (cable ? cableName(cable) : '');
  return say('mirror.selectedOne', { name });
}
