import { Radio } from '@mantine/core';
import styles from './types.module.css';

interface ChoiceListProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly { readonly id: Id; readonly label: string; readonly hint: string }[];
  readonly onChange: (id: Id) => void;
}

/** A few ways to go on, of which one is taken. */
export function ChoiceList<Id extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceListProps<Id>) {
  return (
    <Radio.Group
      value={value}
      aria-label={label}
      onChange={(next) => {
        const choice = choices.find(({ id }) => id === next);
        if (choice) onChange(choice.id);
      }}
    >
      <div className={styles.choices}>
        {choices.map(({ id, label: name, hint }, at) => (
          <Radio
            key={id}
            value={id}
            label={name}
            description={hint}
            size="xs"
            {...(at === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
