import { QuantityField } from '../fields/quantity-field.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';

/** Farther from the middle of the plan nothing stands, mm. */
const FARTHEST_MM = 1_000_000;
/** What an arrow key adds, mm. */
const STEP_MM = 100;

interface LengthFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number | 'mixed';
  /** Left out for a coordinate. */
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly onCommit: (mm: number) => string | null;
}

/** A length or a coordinate of the floor, in the person's units. */
export function LengthField({
  min = 0 - FARTHEST_MM,
  max = FARTHEST_MM,
  onCommit,
  ...field
}: LengthFieldProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  return (
    <QuantityField
      {...field}
      dimension="length"
      unit={units}
      min={min}
      max={max}
      step={STEP_MM}
      onCommit={(mm) => (mm === null ? null : onCommit(mm))}
    />
  );
}
