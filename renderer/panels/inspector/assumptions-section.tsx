import { type AssumedInput, USUAL_VALUES } from '../../../shared/analysis/assumed-inputs.ts';
import type { DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Dimension, ShownUnit } from '../../../shared/units/quantity.ts';
import type { SettingsPatch } from '../../editor/index.ts';
import { QuantityField } from '../fields/quantity-field.tsx';
import { amountText, numberText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import styles from './inspector.module.css';

interface InputSpec {
  readonly input: AssumedInput;
  readonly dimension: Dimension;
  readonly unit: ShownUnit;
  /** As it is written after the usual value. */
  readonly written: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const PLAIN = { dimension: 'number', unit: '' } as const;
const LENGTH = { dimension: 'length', unit: 'mm', written: 'mm' } as const;

/** What moves the air first, then what is in the way of the cables. Ranges are those of the design's file. */
const INPUTS: readonly InputSpec[] = [
  { input: 'criticalPa1U', ...PLAIN, written: 'Pa', min: 1, max: 10_000, step: 10 },
  { input: 'criticalPaTaller', ...PLAIN, written: 'Pa', min: 1, max: 10_000, step: 10 },
  { input: 'packing', ...PLAIN, written: '', min: 0.1, max: 0.907, step: 0.01 },
  { input: 'standoffMm', ...LENGTH, min: 0, max: 1000, step: 5 },
  { input: 'exposure', ...PLAIN, written: '', min: 0, max: 1.15, step: 0.05 },
  { input: 'railGapMm2PerU', ...PLAIN, written: 'mm²', min: 0, max: 20_000, step: 10 },
  { input: 'managerDepthMm', ...LENGTH, min: 1, max: 2000, step: 10 },
  { input: 'trayWidthMm', ...LENGTH, min: 1, max: 5000, step: 50 },
  { input: 'trayHeightMm', ...LENGTH, min: 1, max: 5000, step: 10 },
];

interface AssumptionsProps {
  readonly settings: DesignSettings;
  readonly set: (patch: SettingsPatch) => string | null;
}

/** What the analysis assumes because hardly anybody publishes it: an empty field takes the usual value. */
export function AssumptionsSection({ settings: { inputs }, set }: AssumptionsProps) {
  return (
    <Section
      title={say('panels.inspector.assumptions')}
      startsClosed={INPUTS.every(({ input }) => inputs[input] === null)}
    >
      <p className={styles.hint}>{say('panels.assumption.hint')}</p>
      {INPUTS.map(({ input, written, ...field }) => (
        <QuantityField
          key={input}
          id={`design-${input}`}
          label={say(`panels.assumption.${input}`)}
          value={inputs[input]}
          {...field}
          mayBeUnknown
          unknownText={usualText(input, written)}
          onCommit={(value) => set({ inputs: { ...inputs, [input]: value } })}
        />
      ))}
    </Section>
  );
}

function usualText(input: AssumedInput, unit: string): string {
  const usual = USUAL_VALUES[input];
  if (usual === null) return say('panels.assumption.computed');
  const value = unit === '' ? numberText(usual) : amountText(usual, unit);
  return say('panels.assumption.usual', { value });
}
