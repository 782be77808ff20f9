import { TextInput } from '@mantine/core';
import { say } from '../../../shared/text/index.ts';
import { FieldRow } from './field-row.tsx';
import { useCommitField } from './use-commit-field.ts';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  /** `null` where the things selected differ. */
  readonly value: string | null;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Takes the text; answers why it cannot be, or null. */
  readonly onCommit: (value: string) => string | null;
}

/** A line of text with its label on the left. */
export function TextField({ id, label, value, required = false, ...rest }: TextFieldProps) {
  const field = useCommitField({
    shown: value ?? '',
    commit(draft) {
      const text = draft.trim();
      if (required && text === '') return say('panels.field.required');
      return rest.onCommit(text);
    },
  });
  return (
    <FieldRow label={label} htmlFor={id}>
      <TextInput
        {...field}
        id={id}
        size="xs"
        placeholder={value === null ? say('panels.mixed') : (rest.placeholder ?? '')}
        disabled={rest.disabled ?? false}
        spellCheck={false}
        autoComplete="off"
      />
    </FieldRow>
  );
}
