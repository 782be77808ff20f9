import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { AriaAttributes, KeyboardEvent } from 'react';

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  readonly className?: string;
  readonly id?: string;
  /** Whether a dialog starts here. */
  readonly startsHere?: boolean;
  readonly onChange: (value: string) => void;
  /** Sees the key first; Escape empties the field. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** What makes it the box of a list (`role`, `aria-controls` ...). */
  readonly aria?: AriaAttributes & { readonly role: 'combobox' };
}

/** Search as you type. */
export function SearchField({
  value,
  label,
  className,
  id,
  startsHere = false,
  onChange,
  onKeyDown,
  aria,
}: SearchFieldProps) {
  return (
    <TextInput
      {...aria}
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      data-autofocus={startsHere ? true : undefined}
      size="xs"
      type="text"
      value={value}
      placeholder={label}
      aria-label={label}
      spellCheck={false}
      autoComplete="off"
      leftSection={<Search size={13} aria-hidden />}
      leftSectionWidth={26}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        onChange('');
      }}
    />
  );
}
