import { Switch } from '@mantine/core';
import type { PortPlan } from '../../../shared/faceplate/index.ts';
import type { PortKind } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { ChoiceField } from '../../panels/fields/choice-field.tsx';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityField } from '../../panels/fields/quantity-field.tsx';
import { TextField } from '../../panels/fields/text-field.tsx';
import { wholeNumber, wholeOrUnknown } from '../number-checks.ts';
import styles from './inspector.module.css';

const KINDS: readonly PortKind[] = [
  'interface',
  'front',
  'rear',
  'console',
  'consoleServer',
  'powerInlet',
  'powerOutlet',
];

interface PortPlanFieldsProps {
  readonly ports: PortPlan;
  readonly set: (change: Partial<PortPlan>) => string | null;
  readonly disabled: boolean;
}

/** The ports that sit in each of the openings, all alike. */
export function PortPlanFields({ ports, set, disabled }: PortPlanFieldsProps) {
  const whole = { dimension: 'number', unit: '', step: 1, disabled } as const;
  const isData = ports.kind === 'interface' || ports.kind === 'front' || ports.kind === 'rear';
  return (
    <>
      <QuantityField
        id="ports-count"
        label={say('face.ports.count')}
        value={ports.count}
        {...whole}
        min={1}
        max={16}
        onCommit={(value) =>
          wholeNumber(value, (count) => set({ count, name: namedApart(ports.name, count) }))
        }
      />
      <ChoiceField
        id="ports-kind"
        label={say('panels.field.kind')}
        value={ports.kind}
        disabled={disabled}
        choices={KINDS.map((value) => ({ value, label: say(`panels.portKind.${value}`) }))}
        onCommit={(kind) => set({ kind })}
      />
      {isData ? (
        <>
          <QuantityField
            id="ports-speed"
            label={say('face.ports.speed')}
            value={ports.speedGbps}
            mayBeUnknown
            unknownText="–"
            {...whole}
            min={0.01}
            max={1_000_000}
            step={100}
            onCommit={(speedGbps) => set({ speedGbps })}
          />
          <QuantityField
            id="ports-lanes"
            label={say('face.ports.lanes')}
            value={ports.lanes}
            mayBeUnknown
            unknownText="–"
            {...whole}
            min={1}
            max={1024}
            onCommit={(value) => wholeOrUnknown(value, (lanes) => set({ lanes }))}
          />
        </>
      ) : null}
      {ports.kind === 'powerInlet' ? (
        <QuantityField
          id="ports-draw"
          label={say('face.ports.draw')}
          value={ports.maximumDrawW}
          mayBeUnknown
          unknownText="–"
          dimension="power"
          unit="W"
          min={0}
          max={1_000_000}
          step={100}
          disabled={disabled}
          onCommit={(maximumDrawW) => set({ maximumDrawW })}
        />
      ) : null}
      <TextField
        id="ports-name"
        label={say('face.ports.name')}
        value={ports.name}
        required
        disabled={disabled}
        onCommit={(name) => set({ name })}
      />
      <p className={styles.hint}>{say('face.ports.nameHint')}</p>
      <QuantityField
        id="ports-first-place"
        label={say('face.ports.firstPlace')}
        value={ports.firstPlace}
        {...whole}
        min={0}
        max={1000}
        onCommit={(value) => wholeNumber(value, (firstPlace) => set({ firstPlace }))}
      />
      <TextField
        id="ports-slug"
        label={say('face.ports.slug')}
        value={ports.slug}
        disabled={disabled}
        onCommit={(slug) => set({ slug })}
      />
      <FieldRow label={say('face.ports.management')} htmlFor="ports-management">
        <Switch
          id="ports-management"
          size="xs"
          disabled={disabled}
          checked={ports.managementOnly}
          onChange={({ currentTarget }) => set({ managementOnly: currentTarget.checked })}
        />
      </FieldRow>
    </>
  );
}

/** Several ports in an opening need names that tell them apart. */
function namedApart(pattern: string, count: number): string {
  if (count === 1 || pattern.includes('{p}') || pattern.includes('{i}')) return pattern;
  return `${pattern}/{p}`;
}
