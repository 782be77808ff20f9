/**
 * Chords: how keys are written (`Mod+Shift+Z`), matched, and shown. `Mod` is Ctrl, or Cmd on macOS. Letters
 * are matched by what they type, so that they follow the layout; digits and arrows by where they are; on a
 * layout without Latin letters a letter is matched by its place.
 */
import { COMMAND_IDS, type CommandId, isAt, ownChords, type Place } from './commands/table.ts';
import type { KeyInput } from './pointer.ts';

export type Platform = 'linux' | 'darwin' | 'win32' | 'other';

interface Chord {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `A`, `1`, `=`, `ArrowUp`, `F2` ... */
  readonly key: string;
}

/** What a person chose about keys. */
export interface KeySettings {
  /** Whether chords of one character without Mod or Alt are shortcuts. */
  readonly singleKeys: boolean;
  /** Chords that the person gave to commands, by command id; they replace all of the command's own. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Every command with its own chords; the first is the one that is shown. */
export const KEYMAP: ReadonlyMap<CommandId, readonly string[]> = new Map(
  COMMAND_IDS.map((id) => [id, ownChords(id)]),
);

/** The chords of a command, as the person has set them. */
export function chordsOf(id: CommandId, settings: KeySettings): readonly string[] {
  const own = settings.keys[id];
  if (own !== undefined) return own === '' ? [] : [own];
  return KEYMAP.get(id) ?? [];
}

/** The command that a key calls where it is pressed, or null. */
export function commandFor(
  input: KeyInput,
  settings: KeySettings,
  platform: Platform,
  place: Place = 'racks',
): CommandId | null {
  for (const id of COMMAND_IDS) {
    if (!isAt(id, place)) continue;
    for (const text of chordsOf(id, settings)) {
      const chord = parseChord(text);
      if (!settings.singleKeys && isSingleKey(chord)) continue;
      if (matches(chord, input, platform)) return id;
    }
  }
  return null;
}

/** The chord of a key that was pressed, or null for a modifier alone: for asking a person for one. */
export function chordOf(input: KeyInput, platform: Platform): string | null {
  const { key } = input;
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(key)) return null;
  const parts = [
    input.modifiers.mod ? 'Mod' : '',
    input.ctrl && platform === 'darwin' ? 'Ctrl' : '',
    input.modifiers.alt ? 'Alt' : '',
    input.modifiers.shift && !isShiftedCharacter(typedKey(input)) ? 'Shift' : '',
    typedKey(input),
  ];
  return parts.filter((part) => part !== '').join('+');
}

/**
 * The command that has this chord, other than `except`: two commands cannot share one, unless one is for the racks
 * and the other for a faceplate.
 */
export function chordOwner(
  chord: string,
  settings: KeySettings,
  except: CommandId,
): CommandId | null {
  const meets = (id: CommandId): boolean =>
    SHOWN.some((place) => isAt(id, place) && isAt(except, place));
  const owner = COMMAND_IDS.find(
    (id) => id !== except && meets(id) && chordsOf(id, settings).includes(chord),
  );
  return owner ?? null;
}

/** The keys of a chord as they are written on this system: `['Ctrl', 'Shift', 'Z']`, `['⇧', '⌘', 'Z']`. */
export function chordCaps(text: string, platform: Platform): readonly string[] {
  const chord = parseChord(text);
  const mac = platform === 'darwin';
  const caps = [
    chord.ctrl && (mac ? '⌃' : 'Ctrl'),
    chord.alt && (mac ? '⌥' : 'Alt'),
    chord.shift && (mac ? '⇧' : 'Shift'),
    chord.mod && (mac ? '⌘' : 'Ctrl'),
    KEY_CAPS[chord.key] ?? chord.key,
  ].filter((cap) => cap !== false);
  // On Windows and Linux Ctrl is written first, on macOS Cmd stands last.
  return mac ? caps : caps.toSorted((a, b) => Number(b === 'Ctrl') - Number(a === 'Ctrl'));
}

/** The chord as a menu accelerator of Electron; empty where there is none. */
export function acceleratorOf(text: string): string {
  const chord = parseChord(text);
  const parts = [
    chord.mod && 'CmdOrCtrl',
    chord.ctrl && 'Ctrl',
    chord.alt && 'Alt',
    chord.shift && 'Shift',
    ACCELERATOR_KEYS[chord.key] ?? chord.key,
  ];
  return parts.filter((part) => part !== false).join('+');
}

const SHOWN: readonly Place[] = ['racks', 'plan', 'faceplate'];

const KEY_CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
  Backspace: '⌫',
  '-': '−',
};

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  '=': 'Plus',
};

function parseChord(text: string): Chord {
  const parts = text.split('+');
  // `Mod++` ends in an empty part: the key is the plus sign itself.
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  const held = new Set(parts.slice(0, -1));
  return {
    mod: held.has('Mod'),
    ctrl: held.has('Ctrl'),
    alt: held.has('Alt'),
    shift: held.has('Shift'),
    key,
  };
}

function matches(chord: Chord, input: KeyInput, platform: Platform): boolean {
  const { mod, alt, shift } = input.modifiers;
  // Away from macOS, Mod is Ctrl; there, a chord with Ctrl wants Ctrl and not Cmd.
  const wantsMod = chord.mod || (chord.ctrl && platform !== 'darwin');
  const wantsCtrl = chord.ctrl || (chord.mod && platform !== 'darwin');
  const modifiersFit = wantsMod === mod && wantsCtrl === input.ctrl && chord.alt === alt;
  const key = typedKey(input);
  const keyFits = key === chord.key || (chord.key === '=' && key === '+');
  const shiftFits = chord.shift === shift || isShiftedCharacter(chord.key) || key === '+';
  return modifiersFit && keyFits && shiftFits;
}

/** The key in the way chords name it. */
function typedKey({ key, code }: KeyInput): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  return PLACES[code] ?? key;
}

/** Keys whose character changes with Alt or Shift, by their place. */
const PLACES: Readonly<Record<string, string>> = {
  NumpadAdd: '=',
  NumpadSubtract: '-',
  NumpadEnter: 'Enter',
};

/** Characters that need Shift on some layouts and none on others: Shift says nothing there. */
function isShiftedCharacter(key: string): boolean {
  return key === '?' || key === '+' || key === '=';
}

function isSingleKey(chord: Chord): boolean {
  return !chord.mod && !chord.ctrl && !chord.alt && chord.key.length === 1;
}
