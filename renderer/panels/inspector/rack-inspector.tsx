import { Button } from '@mantine/core';
import { Wind } from 'lucide-react';
import { useMemo } from 'react';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { Band, RackRow } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import { verticalManagerMm } from '../../../shared/model/rack-geometry.ts';
import type { Rack, RackFrame } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type Dimension, formatQuantity, type ShownUnit } from '../../../shared/units/quantity.ts';
import { patchRacks, RACK_HEIGHTS_U, RACK_WIDTHS_MM, type RackPatch } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { amountText, bandText, numberText, powerText, shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useCommand } from '../use-command.ts';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine, SumLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { PortTotals } from './ports-table.tsx';
import { sharedOrNull, sharedValue, sumKnown } from './shared-value.ts';
import { WorstLines } from './worst-lines.tsx';

const FRAMES: readonly RackFrame[] = ['cabinet', 'four-post', 'orv3'];

interface RackInspectorProps {
  readonly design: Design;
  readonly racks: readonly Rack[];
}

type NumberField =
  | 'heightU'
  | 'widthMm'
  | 'depthMm'
  | 'maxWeightKg'
  | 'maxPowerW'
  | 'frontDoorOpen'
  | 'rearDoorOpen';

interface NumberSpec {
  readonly dimension: Dimension;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What an empty field means; left out where the number must be there. */
  readonly emptyKey?: string;
}

const SIZE: readonly NumberField[] = ['heightU', 'widthMm', 'depthMm'];
const LIMITS: readonly NumberField[] = ['maxWeightKg', 'maxPowerW'];
const DOORS: readonly NumberField[] = ['frontDoorOpen', 'rearDoorOpen'];

const SPECS: Readonly<Record<NumberField, NumberSpec>> = {
  heightU: {
    dimension: 'rack-units',
    min: RACK_HEIGHTS_U.least,
    max: RACK_HEIGHTS_U.most,
    step: 1,
  },
  widthMm: { dimension: 'length', min: Math.min(...RACK_WIDTHS_MM) - 117, max: 1200, step: 50 },
  depthMm: { dimension: 'length', min: 300, max: 1600, step: 50 },
  maxWeightKg: { dimension: 'weight', min: 1, max: 10_000, step: 50, emptyKey: 'panels.unknown' },
  maxPowerW: { dimension: 'power', min: 1, max: 2_000_000, step: 1000, emptyKey: 'panels.unknown' },
  frontDoorOpen: { dimension: 'share', min: 0, max: 1, step: 0.05, emptyKey: 'panels.noDoor' },
  rearDoorOpen: { dimension: 'share', min: 0, max: 1, step: 0.05, emptyKey: 'panels.noDoor' },
};

function unitOf(dimension: Dimension, lengths: 'mm' | 'in'): ShownUnit {
  if (dimension === 'rack-units') return 'U';
  if (dimension === 'weight') return 'kg';
  if (dimension === 'power') return 'kW';
  return dimension === 'share' ? '%' : lengths;
}

/** One rack or several: what they are, what they may carry, what stands in them. */
export function RackInspector({ design, racks }: RackInspectorProps) {
  const edit = useEdit();
  const set = (patch: RackPatch) =>
    edit((editor) =>
      patchRacks(
        editor.state.design,
        racks.map(({ id }) => id),
        patch,
      ),
    );
  const one = racks.length === 1 ? racks[0] : undefined;
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        {one ? (
          <TextField
            id="rack-name"
            label={say('panels.field.name')}
            value={one.name}
            required
            onCommit={(name) => set({ name })}
          />
        ) : null}
        <ChoiceField
          id="rack-frame"
          label={say('panels.field.frame')}
          value={sharedOrNull(racks, ({ frame }) => frame)}
          choices={FRAMES.map((value) => ({ value, label: say(`panels.frame.${value}`) }))}
          onCommit={(frame) => set({ frame })}
        />
        <RackNumbers racks={racks} fields={SIZE} set={set} />
        <ManagersLine racks={racks} />
      </Section>
      <Section title={say('panels.inspector.limits')}>
        <RackNumbers racks={racks} fields={LIMITS} set={set} />
      </Section>
      <Section title={say('panels.inspector.doors')} detail={say('panels.inspector.doorsHint')}>
        <RackNumbers racks={racks} fields={DOORS} set={set} />
      </Section>
      <RackTotals design={design} racks={racks} />
      <PortTotals racks={racks} />
      <Section
        title={say('panels.field.notes')}
        startsClosed={racks.every(({ notes }) => notes === '')}
      >
        <TextField
          id="rack-notes"
          label={say('panels.field.notes')}
          value={sharedOrNull(racks, ({ notes }) => notes)}
          onCommit={(notes) => set({ notes })}
        />
      </Section>
    </>
  );
}

/** Leads to the rack's air page. */
function AirPageButton() {
  const { label, run } = useCommand('rack.airPage');
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Wind size={14} aria-hidden />}
        onClick={run}
      >
        {label}
      </Button>
    </div>
  );
}

/** The rack as one plenum: what is left of its air, what pushes it back, and through what. */
function Plenum({ row }: { readonly row: RackRow }) {
  const { flowRatio, acrossPa, leakM3s, openUnits } = row;
  return (
    <>
      {flowRatio === null ? null : (
        <ReadLine label={say('panels.rack.flow')}>{bandText(inPercent(flowRatio), '%')}</ReadLine>
      )}
      {acrossPa === null ? null : (
        <ReadLine label={say('panels.rack.across')}>{bandText(acrossPa, 'Pa')}</ReadLine>
      )}
      {leakM3s === null ? null : (
        <ReadLine label={say('panels.rack.leak')}>
          {amountText(leakM3s * LITRES_PER_M3, 'l/s')}
        </ReadLine>
      )}
      <ReadLine label={say('panels.rack.openUnits')}>
        {say('panels.rack.openCount', { count: openUnits.length })}
      </ReadLine>
    </>
  );
}
const LITRES_PER_M3 = 1000;

function inPercent({ low, nominal, high }: Band): Band {
  return { low: low * 100, nominal: nominal * 100, high: high * 100 };
}

/** Vertical managers follow from frame and width: read, not entered. */
function ManagersLine({ racks }: { readonly racks: readonly Rack[] }) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const widthMm = sharedValue(racks, verticalManagerMm);
  return (
    <ReadLine label={say('panels.rack.managers')}>
      {widthMm === 'mixed'
        ? say('panels.mixed')
        : widthMm === 0
          ? say('panels.rack.noManagers')
          : say('panels.rack.managersWide', { width: formatQuantity(widthMm, 'length', units) })}
    </ReadLine>
  );
}

interface RackNumbersProps {
  readonly racks: readonly Rack[];
  readonly fields: readonly NumberField[];
  readonly set: (patch: RackPatch) => string | null;
}

function RackNumbers({ racks, fields, set }: RackNumbersProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  return fields.map((field) => {
    const { emptyKey, ...spec } = SPECS[field];
    return (
      <QuantityField
        key={field}
        id={`rack-${field}`}
        label={say(`panels.field.${field}`)}
        value={sharedValue(racks, (rack) => rack[field])}
        unit={unitOf(spec.dimension, units)}
        mayBeUnknown={emptyKey !== undefined}
        {...(emptyKey === undefined ? {} : { unknownText: say(emptyKey) })}
        {...spec}
        onCommit={(value) => set({ [field]: value })}
      />
    );
  });
}

function RackTotals({ design, racks }: RackInspectorProps) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(racks.map(({ id }) => id));
    return rowsOf(analysis?.racks ?? [], ({ id }) => id, ids);
  }, [analysis, racks]);
  const devices = useMemo(() => {
    const ids = new Set(racks.map(({ id }) => id));
    return analysis?.devices.filter(({ rack }) => ids.has(rack)) ?? [];
  }, [analysis, racks]);
  const totalU = racks.reduce((sum, rack) => sum + rack.heightU, 0);
  const usedU = rows.reduce((sum, row) => sum + row.usedU, 0);
  const fills = rows.flatMap(({ bundleFill }) => (bundleFill === null ? [] : [bundleFill]));
  return (
    <Section title={say('panels.inspector.contents')}>
      <ReadLine label={say('panels.totals.devices')}>
        {numberText(racks.reduce((sum, rack) => sum + devicesInRack(design, rack.id).length, 0))}
      </ReadLine>
      {rows.length === 0 ? null : (
        <>
          <ReadLine label={say('panels.totals.usedU')}>
            {say('panels.totals.usedOf', { used: numberText(usedU), total: numberText(totalU) })}
          </ReadLine>
          <SumLine
            label={say('panels.totals.power')}
            of="devices"
            total={sumKnown(devices.map(({ powerW }) => powerW))}
            text={powerText}
          />
          <SumLine
            label={say('panels.totals.weight')}
            of="racks"
            total={sumKnown(rows.map((row) => row.weightKg))}
            text={(kg) => `${numberText(kg)}\u202fkg`}
          />
          <SumLine
            label={say('panels.totals.airflow')}
            of="racks"
            total={sumKnown(rows.map((row) => row.airflowCfm))}
            text={(cfm) => `${numberText(cfm)}\u202fCFM`}
          />
          <ReadLine label={say('panels.totals.copper')}>
            {`${numberText(rows.reduce((sum, row) => sum + row.copperKg, 0))}\u202fkg`}
          </ReadLine>
          {fills.length === 0 ? null : (
            <ReadLine label={say('panels.totals.bundleFill')}>
              {shareText(Math.max(...fills))}
            </ReadLine>
          )}
          {rows.length === 1 && rows[0] ? <Plenum row={rows[0]} /> : null}
          <WorstLines rows={devices} />
        </>
      )}
      {racks.length === 1 ? <AirPageButton /> : null}
    </Section>
  );
}
