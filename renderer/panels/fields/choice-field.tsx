import { Select } from '@mantine/core';
import { say } from '../../../shared/text/index.ts';
import { FieldRow } from './field-row.tsx';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChoiceFieldProps<V extends string> {
  readonly id: string;
  readonly label: string;
  /** `null` where the things selected differ. */
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly disabled?: boolean;
  readonly onCommit: (value: V) => void;
}

/** One of a few, with its label on the left. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { id, label, value, choices, disabled = false, onCommit } = props;
  return (
    <FieldRow label={label} htmlFor={id}>
      <Select
        id={id}
        size="xs"
        value={value}
        data={[...choices]}
        disabled={disabled}
        placeholder={say('panels.mixed')}
        onChange={(next) => {
          const choice = choices.find((each) => each.value === next);
          if (choice && choice.value !== value) onCommit(choice.value);
        }}
      />
    </FieldRow>
  );
}
