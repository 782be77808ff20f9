/**
 * The message catalogue. Every text that a person sees comes from here, by key, so that another language is
 * another folder beside `en/`. Messages are ICU (plurals, numbers); a file is a namespace, and a key is
 * `namespace.name`.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import analysis from './en/analysis.json' with { type: 'json' };
import app from './en/app.json' with { type: 'json' };
import bom from './en/bom.json' with { type: 'json' };
import cables from './en/cables.json' with { type: 'json' };
import catalog from './en/catalog.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import cluster from './en/cluster.json' with { type: 'json' };
import compare from './en/compare.json' with { type: 'json' };
import connect from './en/connect.json' with { type: 'json' };
import drawing from './en/drawing.json' with { type: 'json' };
import editor from './en/editor.json' with { type: 'json' };
import exporting from './en/export.json' with { type: 'json' };
import face from './en/face.json' with { type: 'json' };
import faceplate from './en/faceplate.json' with { type: 'json' };
import fixes from './en/fixes.json' with { type: 'json' };
import floor from './en/floor.json' with { type: 'json' };
import formats from './en/formats.json' with { type: 'json' };
import importing from './en/import.json' with { type: 'json' };
import labels from './en/labels.json' with { type: 'json' };
import library from './en/library.json' with { type: 'json' };
import main from './en/main.json' with { type: 'json' };
import mirror from './en/mirror.json' with { type: 'json' };
import optimise from './en/optimise.json' with { type: 'json' };
import overlay from './en/overlay.json' with { type: 'json' };
import panels from './en/panels.json' with { type: 'json' };
import plan from './en/plan.json' with { type: 'json' };
import prints from './en/prints.json' with { type: 'json' };
import revisions from './en/revisions.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import storage from './en/storage.json' with { type: 'json' };

const ENGLISH = {
  analysis,
  app,
  bom,
  cables,
  catalog,
  cli,
  cluster,
  compare,
  connect,
  drawing,
  editor,
  export: exporting,
  face,
  faceplate,
  fixes,
  floor,
  formats,
  import: importing,
  labels,
  library,
  main,
  mirror,
  optimise,
  overlay,
  panels,
  plan,
  prints,
  revisions,
  rules,
  storage,
} as const;

export type MessageArgs = Readonly<Record<string, string | number | null>>;

const compiled = new Map<string, Said>();

function pattern(key: string): string {
  const dot = key.indexOf('.');
  const namespace = new Map<string, Readonly<Record<string, string>>>(Object.entries(ENGLISH)).get(
    key.slice(0, dot),
  );
  const text = namespace?.[key.slice(dot + 1)];
  if (text === undefined) throw new RangeError(`no message ${key} in the catalogue`);
  return text;
}

/**
 * The sentence for a key.
 * @param key `namespace.name`, e.g. `rules.overlap`; the rest of the key may hold dots
 * @param args values for the message's placeholders
 * @throws RangeError when the catalogue has no such key
 */
export function say(key: string, args?: MessageArgs): string {
  if (args === undefined) {
    let text = plain.get(key);
    if (text === undefined) plain.set(key, (text = format(key, {})));
    return text;
  }
  return format(key, args);
}
/** Sentences without placeholders, as they were made: they are the same each time. */
const plain = new Map<string, string>();

/** A sentence made of words and of values as they are: what the cells of a long table say. */
const WORDS_AND_VALUES = /^(?:[^{}']|\{\w+\})*$/;
const VALUE = /\{(\w+)\}/;

type Said = (args: MessageArgs) => string;

function format(key: string, args: MessageArgs): string {
  let said = compiled.get(key);
  if (said === undefined) compiled.set(key, (said = compile(pattern(key))));
  return said(args);
}

function compile(text: string): Said {
  // Made when a sentence first asks for it: most are words and values alone, and it takes as long as a hundred of them.
  let message: IntlMessageFormat | null = null;
  const whole: Said = (args) => {
    message ??= new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
    return String(message.format({ ...args }));
  };
  if (!WORDS_AND_VALUES.test(text)) return whole;
  const [head = '', ...rest] = text.split(VALUE);
  return (args) => {
    let sentence = head;
    // A name, then the words up to the next.
    for (let at = 0; at < rest.length; at += 2) {
      const value = args[rest[at] ?? ''];
      // What is missing is refused as in any other sentence.
      if (value === undefined) return whole(args);
      sentence += `${value ?? ''}${rest[at + 1] ?? ''}`;
    }
    return sentence;
  };
}

/** Whether the catalogue holds a key. */
export function hasMessage(key: string): boolean {
  const dot = key.indexOf('.');
  const namespace = Object.entries(ENGLISH).find(([name]) => name === key.slice(0, dot));
  return namespace !== undefined && Object.hasOwn(namespace[1], key.slice(dot + 1));
}
