import { Popover, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Fact, Known, Provenance } from '../../../shared/model/fact.ts';
import { say } from '../../../shared/text/index.ts';
import type { FactSpec } from '../../panels/fields/fact-specs.ts';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import { useCommitField } from '../../panels/fields/use-commit-field.ts';
import marks from '../../panels/parts/provenance.module.css';
import styles from './inspector.module.css';

interface FactFieldProps {
  readonly id: string;
  readonly label: string;
  readonly known: Known;
  readonly spec: FactSpec;
  /** Left out, nothing lacks: it is a wish, or in place of the design's assumption. */
  readonly optional: boolean;
  readonly onCommit: (fact: Known) => string | null;
}

/** What a person types over a number is theirs until they say where they have it from. */
export function entered<T>(value: T, before: Known<T>): Fact<T> {
  if (before && before.value === value) return before;
  return { value, provenance: 'measured', source: say('panels.facts.entered') };
}

/** A number of the type, with where it comes from, both to be changed. */
export function FactField({ id, label, known, spec, optional, onCommit }: FactFieldProps) {
  const { whole = false, ...range } = spec;
  function commit(value: number | null): string | null {
    if (value !== null && whole && !Number.isInteger(value)) return say('face.wholeNumber');
    return onCommit(value === null ? null : entered(value, known));
  }
  return (
    <FieldRow label={label} htmlFor={id}>
      <span className={styles.fact}>
        <QuantityInput
          id={id}
          value={known?.value ?? null}
          mayBeUnknown
          unknownText="–"
          {...range}
          onCommit={commit}
        />
        {known === null && optional ? (
          <span />
        ) : (
          <SourceButton label={label} known={known} onCommit={onCommit} />
        )}
      </span>
    </FieldRow>
  );
}

const PROVENANCES: readonly Provenance[] = ['measured', 'datasheet', 'derived', 'assumed'];

interface SourceButtonProps<T> {
  /** What the fact is called. */
  readonly label: string;
  readonly known: Known<T>;
  readonly onCommit: (fact: Fact<T>) => string | null;
}

/** Where a fact comes from, in one word; pressed, it lets one say so. An unknown one has no source yet. */
export function SourceButton<T>({ label, known, onCommit }: SourceButtonProps<T>) {
  const [open, setOpen] = useState(false);
  const kind = known?.provenance ?? 'unknown';
  const word = say(`panels.provenance.${kind}`);
  if (known === null) {
    return (
      <span className={marks.mark} data-kind={kind}>
        {word}
      </span>
    );
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${marks.mark} ${styles.source}`}
          data-kind={kind}
          aria-label={say('face.sourceOf', { label, word })}
          title={known.source}
          onClick={() => setOpen(!open)}
        >
          {word}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SourceFields label={label} fact={known} onCommit={onCommit} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface SourceFieldsProps<T> {
  readonly label: string;
  readonly fact: Fact<T>;
  readonly onCommit: (fact: Fact<T>) => string | null;
}

function SourceFields<T>({ label, fact, onCommit }: SourceFieldsProps<T>) {
  const id = useId();
  const source = useCommitField({
    shown: fact.source,
    commit: (draft) => onCommit({ ...fact, source: draft.trim() }),
  });
  return (
    <div className={styles.sourceFields} role="group" aria-label={label}>
      <Select
        id={`${id}-provenance`}
        size="xs"
        label={say('face.provenance')}
        comboboxProps={{ withinPortal: false }}
        value={fact.provenance}
        data={PROVENANCES.map((value) => ({ value, label: say(`panels.provenance.${value}`) }))}
        onChange={(next) => {
          const provenance = PROVENANCES.find((each) => each === next);
          if (provenance && provenance !== fact.provenance) onCommit({ ...fact, provenance });
        }}
      />
      <TextInput
        {...source}
        id={`${id}-source`}
        size="xs"
        label={say('face.source')}
        placeholder={say('face.sourceHint')}
        autoComplete="off"
      />
    </div>
  );
}
