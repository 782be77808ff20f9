import { SegmentedControl } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

interface ChoiceFieldProps<V extends string> {
  /** The message key of the field; that of a value follows it after a dot. */
  readonly text: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly hint?: string;
  readonly onChange: (value: V) => void;
}

/** One of a few values that are all seen. */
export function ChoiceField<V extends string>({
  text,
  value,
  values,
  hint,
  onChange,
}: ChoiceFieldProps<V>) {
  const label = say(text);
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>{label}</span>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        data={values.map((each) => ({ value: each, label: say(`${text}.${each}`) }))}
        onChange={onChange}
      />
      {hint === undefined ? null : <p className={styles.fieldHint}>{hint}</p>}
    </div>
  );
}
