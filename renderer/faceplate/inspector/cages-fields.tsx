import { Switch } from '@mantine/core';
import {
  type CageGroup,
  type FacePart,
  groupOf,
  NUMBERING_ORDERS,
  openingSize,
  type PortPlan,
  partKey,
  regroup,
  splitPlan,
  usualGroup,
  usualPorts,
} from '../../../shared/faceplate/index.ts';
import { type DeviceType, FORM_FACTORS } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import { ChoiceField } from '../../panels/fields/choice-field.tsx';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityField } from '../../panels/fields/quantity-field.tsx';
import { TextField } from '../../panels/fields/text-field.tsx';
import { Section } from '../../panels/parts/section.tsx';
import { useLive } from '../../panels/use-live.ts';
import { useWorkspace } from '../../panels/workspace.ts';
import { wholeNumber } from '../number-checks.ts';
import { CagePorts } from './cage-ports.tsx';
import styles from './inspector.module.css';
import { PortPlanFields } from './port-plan-fields.tsx';
import type { DrawParts } from './use-draw.ts';

interface CagesFieldsProps {
  readonly type: DeviceType;
  readonly parts: readonly FacePart[];
  readonly draw: DrawParts;
}

/** Openings as the group that they are: a grid with pitches, a way of counting, the same ports in each. */
export function CagesFields({ type, parts, draw }: CagesFieldsProps) {
  const { editor } = useWorkspace();
  const ids = parts.flatMap(({ ref }) => (ref.part === 'cage' ? [ref.id] : []));
  const group = groupOf(type, ids);
  if (!group) {
    return (
      <Section title={say('face.group.title')}>
        <p className={styles.hint}>{say('face.group.none')}</p>
        <CagePorts type={type} cageIds={ids} draw={draw} />
      </Section>
    );
  }
  const set = (change: Partial<CageGroup>): string | null =>
    draw('editor.label.changeGroup', parts.length, (now) => {
      const { type: after, cages } = regroup(now, ids, { ...group, ...change }, editor.ids);
      return { type: after, selected: cages.map(partKey) };
    });
  const locked = parts.some((part) => part.locked);
  return (
    <>
      <GridFields group={group} set={set} disabled={locked} />
      <PortsSection type={type} group={group} set={set} disabled={locked} />
      <Section title={say('face.ports.names')} startsClosed={ids.length > 4}>
        <CagePorts type={type} cageIds={ids} draw={draw} />
      </Section>
    </>
  );
}

interface GroupProps {
  readonly group: CageGroup;
  readonly set: (change: Partial<CageGroup>) => string | null;
  readonly disabled: boolean;
}

function GridFields({ group, set, disabled }: GroupProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const single = group.rows * group.columns === 1;
  const whole = { dimension: 'number', unit: '', min: 1, step: 1, disabled } as const;
  const pitch = {
    dimension: 'length',
    unit: units,
    min: 0.1,
    max: 500,
    step: 0.1,
    disabled,
  } as const;
  const least = openingSize(group.formFactor).pitchMinMm;
  return (
    <Section title={say(single ? 'face.group.one' : 'face.group.title')}>
      <ChoiceField
        id="group-form-factor"
        label={say('face.group.formFactor')}
        value={group.formFactor}
        disabled={disabled}
        choices={FORM_FACTORS.map((value) => ({ value, label: say(`face.opening.${value}`) }))}
        onCommit={(formFactor) => set({ formFactor, sizeMm: null })}
      />
      <QuantityField
        id="group-rows"
        label={say('face.group.rows')}
        value={group.rows}
        {...whole}
        max={64}
        onCommit={(rows) => wholeNumber(rows, (value) => set(withRows(group, value)))}
      />
      <QuantityField
        id="group-columns"
        label={say('face.group.columns')}
        value={group.columns}
        {...whole}
        max={256}
        onCommit={(columns) => wholeNumber(columns, (value) => set(withColumns(group, value)))}
      />
      {group.columns > 1 ? (
        <QuantityField
          id="group-pitch"
          label={say('face.group.pitch')}
          value={group.pitchMm}
          {...pitch}
          onCommit={(pitchMm) => (pitchMm === null ? null : set({ pitchMm }))}
        />
      ) : null}
      {group.columns > 1 && least !== null ? (
        <p className={styles.hint}>{say('face.group.leastPitch', { mm: least })}</p>
      ) : null}
      {group.rows > 1 ? (
        <>
          <QuantityField
            id="group-row-pitch"
            label={say('face.group.rowPitch')}
            value={group.rowPitchMm}
            {...pitch}
            onCommit={(rowPitchMm) => (rowPitchMm === null ? null : set({ rowPitchMm }))}
          />
          {group.rows > 2 ? (
            <QuantityField
              id="group-pair-pitch"
              label={say('face.group.pairPitch')}
              value={group.pairPitchMm}
              {...pitch}
              mayBeUnknown
              unknownText={say('face.group.noPairs')}
              onCommit={(pairPitchMm) => set({ pairPitchMm })}
            />
          ) : null}
          <FieldRow label={say('face.group.belly')} htmlFor="group-belly">
            <Switch
              id="group-belly"
              size="xs"
              disabled={disabled}
              checked={group.bellyToBelly}
              onChange={({ currentTarget }) => set({ bellyToBelly: currentTarget.checked })}
            />
          </FieldRow>
        </>
      ) : null}
      {single ? null : (
        <ChoiceField
          id="group-order"
          label={say('face.group.order')}
          value={group.order}
          disabled={disabled}
          choices={NUMBERING_ORDERS.map((value) => ({ value, label: say(`face.order.${value}`) }))}
          onCommit={(order) => set({ order })}
        />
      )}
      <QuantityField
        id="group-first"
        label={say('face.group.first')}
        value={group.first}
        {...whole}
        min={0}
        max={100_000}
        onCommit={(first) => wholeNumber(first, (value) => set({ first: value }))}
      />
      <TextField
        id="group-name"
        label={say('face.group.name')}
        value={group.cageName}
        required
        disabled={disabled}
        onCommit={(cageName) => set({ cageName })}
      />
      <p className={styles.hint}>{say('face.group.nameHint')}</p>
    </Section>
  );
}

/** Rows and columns that come are as close as their openings allow, where nothing says how far apart they are. */
function withRows(group: CageGroup, rows: number): Partial<CageGroup> {
  const usual = usualGroup({ ...group, rows }, 'other');
  const { rowPitchMm, pairPitchMm, bellyToBelly } = usual;
  if (group.rows === 1) return { rows, rowPitchMm, pairPitchMm, bellyToBelly };
  if (group.rows > 2 || pairPitchMm === null) return { rows };
  return { rows, pairPitchMm: roundMm(group.rowPitchMm + pairPitchMm - rowPitchMm) };
}

function withColumns(group: CageGroup, columns: number): Partial<CageGroup> {
  if (group.columns > 1) return { columns };
  return { columns, pitchMm: usualGroup({ ...group, columns }, 'other').pitchMm };
}

const SPLITS = [2, 4, 8] as const;

function PortsSection({ type, group, set, disabled }: GroupProps & { readonly type: DeviceType }) {
  const { ports } = group;
  if (!ports) {
    return (
      <Section title={say('face.ports.title')}>
        <p className={styles.hint}>{say('face.ports.none')}</p>
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.action}
            disabled={disabled}
            onClick={() => set({ ports: usualPorts(group.formFactor, group.face, type.category) })}
          >
            {say('face.ports.add')}
          </button>
        </div>
      </Section>
    );
  }
  const plan = (change: Partial<PortPlan>): string | null =>
    set({ ports: { ...ports, ...change } });
  return (
    <Section title={say('face.ports.title')}>
      <PortPlanFields ports={ports} set={plan} disabled={disabled} />
      <div className={styles.actions}>
        {SPLITS.map((into) => (
          <button
            key={into}
            type="button"
            className={styles.action}
            disabled={disabled}
            onClick={() => set({ ports: splitPlan(ports, into) })}
          >
            {say('face.ports.split', { into })}
          </button>
        ))}
        <button
          type="button"
          className={styles.action}
          disabled={disabled}
          onClick={() => set({ ports: null })}
        >
          {say('face.ports.remove')}
        </button>
      </div>
    </Section>
  );
}
