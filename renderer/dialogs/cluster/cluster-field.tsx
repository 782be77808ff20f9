import { Select, Switch, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { ClusterSpec } from '../../../shared/cluster/index.ts';
import { say } from '../../../shared/text/index.ts';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import styles from './cluster.module.css';
import { type ClusterField, labelKey, typesOffered, valueAt, withValue } from './cluster-draft.ts';

export interface FieldProps<F extends ClusterField = ClusterField> {
  readonly field: F;
  readonly spec: ClusterSpec;
  /** Why the specification cannot be built, when it is this field that makes it so. */
  readonly refusal: string | null;
  /** Whether the dialog starts here. */
  readonly startsHere?: boolean;
  readonly onChange: (spec: ClusterSpec) => void;
}

type Of<K extends ClusterField['kind']> = FieldProps<Extract<ClusterField, { kind: K }>>;

/** One field of the specification, with what is wrong with it under it. */
export function FieldOf({ field, ...rest }: FieldProps) {
  const isWide = field.kind === 'type' || (field.kind === 'text' && field.wide === true);
  return (
    <div className={isWide ? styles.wide : undefined} data-field={field.path}>
      <Control field={field} {...rest} />
      {rest.refusal !== null && field.kind !== 'text' ? (
        <p className={styles.fieldRefusal}>{rest.refusal}</p>
      ) : null}
    </div>
  );
}

function Control({ field, ...rest }: FieldProps) {
  switch (field.kind) {
    case 'text':
      return <TextOf field={field} {...rest} />;
    case 'number':
      return <NumberOf field={field} {...rest} />;
    case 'choice':
      return <ChoiceOf field={field} {...rest} />;
    case 'type':
      return <TypeOf field={field} {...rest} />;
    case 'switch':
      return <SwitchOf field={field} {...rest} />;
    default:
      return field satisfies never;
  }
}

function TextOf({ field: { path }, spec, refusal, startsHere, onChange }: Of<'text'>) {
  const value = String(valueAt(spec, path));
  const empty = value.trim() === '' ? say('app.cluster.needsText') : null;
  return (
    <TextInput
      label={say(labelKey(path))}
      value={value}
      error={empty ?? refusal}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      data-autofocus={startsHere ? true : undefined}
      onChange={({ currentTarget }) => onChange(withValue(spec, path, currentTarget.value))}
    />
  );
}

function NumberOf({ field, spec, startsHere, onChange }: Of<'number'>) {
  const { path, dimension, unit, min, max, step, whole, empty } = field;
  const value = valueAt(spec, path);
  return (
    <QuantityInput
      id={`cluster-${path}`}
      label={say(labelKey(path))}
      size="sm"
      value={typeof value === 'number' ? value : null}
      dimension={dimension}
      unit={unit}
      min={min}
      max={max}
      step={step}
      startsHere={startsHere ?? false}
      mayBeUnknown={empty !== undefined}
      {...(empty ? { unknownText: say(empty.key) } : {})}
      onCommit={(next) => {
        const meant = next === null ? (empty?.value ?? null) : whole ? Math.round(next) : next;
        onChange(withValue(spec, path, meant));
        return null;
      }}
    />
  );
}

/** How a choice that is the specification's own business is called. */
const AUTO = 'auto';

/** The value of a choice, which is a text, a number, or the specification's own business. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : AUTO;
}

function ChoiceOf({ field: { path, values, nullable }, spec, onChange }: Of<'choice'>) {
  const name = path.split('.').at(-1) ?? '';
  const value = valueAt(spec, path);
  const shown = textOf(value);
  const offered = nullable ? [AUTO, ...values] : values;
  return (
    <Select
      label={say(labelKey(path))}
      value={shown}
      allowDeselect={false}
      data={offered.map((each) => ({ value: each, label: say(`app.cluster.${name}.${each}`) }))}
      onChange={(next) => {
        if (next === null) return;
        const number = Number(next);
        const meant = Number.isFinite(number) ? number : next;
        onChange(withValue(spec, path, nullable && next === AUTO ? null : meant));
      }}
    />
  );
}

function TypeOf({ field: { path, categories, nullable }, spec, onChange }: Of<'type'>) {
  const value = valueAt(spec, path);
  const offered = useMemo(() => {
    const types = typesOffered(categories);
    return nullable ? [{ value: AUTO, label: say('app.cluster.fitting') }, ...types] : types;
  }, [categories, nullable]);
  return (
    <Select
      label={say(labelKey(path))}
      value={textOf(value)}
      data={offered}
      searchable
      allowDeselect={false}
      nothingFoundMessage={say('app.cluster.noType')}
      onChange={(next) => {
        if (next !== null) onChange(withValue(spec, path, nullable && next === AUTO ? null : next));
      }}
    />
  );
}

function SwitchOf({ field: { path }, spec, onChange }: Of<'switch'>) {
  return (
    <Switch
      label={say(labelKey(path))}
      checked={valueAt(spec, path) === true}
      onChange={({ currentTarget }) => onChange(withValue(spec, path, currentTarget.checked))}
    />
  );
}
