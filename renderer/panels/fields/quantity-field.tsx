import { TextInput } from '@mantine/core';
import { say } from '../../../shared/text/index.ts';
import {
  type Dimension,
  formatQuantity,
  parseQuantity,
  type ShownUnit,
} from '../../../shared/units/quantity.ts';
import { FieldRow } from './field-row.tsx';
import { useCommitField } from './use-commit-field.ts';

export interface QuantityRange {
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds; Shift adds ten of it. */
  readonly step: number;
}

interface QuantityInputProps extends QuantityRange {
  readonly id: string;
  /** In the dimension's own unit; null = unknown, `mixed` = the things selected differ. */
  readonly value: number | null | 'mixed';
  readonly dimension: Dimension;
  readonly unit: ShownUnit;
  /** Whether clearing the field is an answer: unknown. */
  readonly mayBeUnknown?: boolean;
  /** What stands in the empty field. */
  readonly unknownText?: string;
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'sm';
  readonly label?: string;
  /** Its name where no label is seen. */
  readonly ariaLabel?: string;
  /** Whether a dialog starts here. */
  readonly startsHere?: boolean;
  /** Takes the number; answers why it cannot be, or null. */
  readonly onCommit: (value: number | null) => string | null;
}

/** A field for a number with its unit: takes other units and sums, arrow keys step. */
export function QuantityInput(props: QuantityInputProps) {
  const { value, dimension, unit, mayBeUnknown = false, step, size = 'xs' } = props;
  const shown = typeof value === 'number' ? formatQuantity(value, dimension, unit) : '';
  const bare = unit.toLowerCase().replace('°', '') || undefined;

  const field = useCommitField({
    shown,
    commit(draft) {
      const reading = parseQuantity(draft, dimension, bare);
      if (!reading.ok) {
        if (reading.reason !== 'empty') return say(`panels.quantity.${reading.reason}`);
        if (!mayBeUnknown) return say('panels.quantity.empty');
        return props.onCommit(null);
      }
      return outOfRange(reading.value, props) ?? props.onCommit(reading.value);
    },
    step(draft, by, large) {
      const reading = parseQuantity(draft, dimension, bare);
      if (!reading.ok) return null;
      const next = reading.value + by * step * (large ? 10 : 1);
      return formatQuantity(Math.min(props.max, Math.max(props.min, next)), dimension, unit);
    },
  });
  const placeholder =
    value === 'mixed' ? say('panels.mixed') : (props.unknownText ?? say('panels.unknown'));
  return (
    <TextInput
      {...field}
      id={props.id}
      size={size}
      label={props.label}
      aria-label={props.ariaLabel}
      placeholder={placeholder}
      disabled={props.disabled ?? false}
      data-autofocus={props.startsHere ? true : undefined}
      spellCheck={false}
      autoComplete="off"
    />
  );
}

function outOfRange(
  value: number,
  { min, max, dimension, unit }: QuantityInputProps,
): string | null {
  if (value >= min && value <= max) return null;
  return say('panels.quantity.range', {
    min: formatQuantity(min, dimension, unit),
    max: formatQuantity(max, dimension, unit),
  });
}

/** The same with its label on the left. */
export function QuantityField({
  label,
  ...input
}: QuantityInputProps & { readonly label: string }) {
  return (
    <FieldRow label={label} htmlFor={input.id}>
      <QuantityInput {...input} />
    </FieldRow>
  );
}
