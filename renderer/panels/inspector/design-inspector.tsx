import { ashraeClass } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { patchSettings, type SettingsPatch } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { numberText, powerText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { AssumptionsSection } from './assumptions-section.tsx';
import { ReadLine, SumLine } from './fact-lines.tsx';
import { GrowthSection } from './growth-section.tsx';
import { LengthRulesSection } from './length-rules-section.tsx';
import { NamingSection } from './naming-section.tsx';
import { FabricPorts, PortTotals } from './ports-table.tsx';
import { sumKnown } from './shared-value.ts';
import { TimeSection } from './time-section.tsx';
import { WorstLines } from './worst-lines.tsx';

const ASHRAE_CLASSES = ['A1', 'A2', 'A3', 'A4', 'H1'] as const;

/** Nothing is selected: the facts of the whole design. */
export function DesignInspector({ design }: { readonly design: Design }) {
  const { settings } = design;
  const { settings: app } = useWorkspace();
  const { units } = useLive(app);
  const edit = useEdit();
  const set = (patch: SettingsPatch) => edit((editor) => patchSettings(editor.state.design, patch));
  const setNumber =
    (field: 'supplyTempC' | 'altitudeM' | 'trayRiseMm' | 'rowPitchMm') => (value: number | null) =>
      value === null ? null : set({ [field]: value });
  const limits = ashraeClass(settings.ashraeClass);
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        <TextField
          id="design-name"
          label={say('panels.field.name')}
          value={settings.name}
          required
          onCommit={(name) => set({ name })}
        />
      </Section>
      <Section title={say('panels.inspector.air')}>
        <QuantityField
          id="design-supply"
          label={say('panels.field.supplyTemp')}
          value={settings.supplyTempC}
          dimension="temperature"
          unit="°C"
          min={5}
          max={45}
          step={1}
          onCommit={setNumber('supplyTempC')}
        />
        <QuantityField
          id="design-altitude"
          label={say('panels.field.altitude')}
          value={settings.altitudeM}
          dimension="distance"
          unit="m"
          min={-500}
          max={5000}
          step={50}
          onCommit={setNumber('altitudeM')}
        />
        <ChoiceField
          id="design-ashrae"
          label={say('panels.field.ashraeClass')}
          value={settings.ashraeClass}
          choices={ASHRAE_CLASSES.map((value) => ({ value, label: value }))}
          onCommit={(value) => set({ ashraeClass: value })}
        />
        <ReadLine label={say('panels.field.allowable')}>
          {say('panels.range', {
            from: numberText(limits.allowableC[0]),
            to: numberText(limits.allowableC[1]),
            unit: '°C',
          })}
        </ReadLine>
      </Section>
      <Section title={say('panels.inspector.room')}>
        <QuantityField
          id="design-tray"
          label={say('panels.field.trayRise')}
          value={settings.trayRiseMm}
          dimension="length"
          unit={units}
          min={0}
          max={5000}
          step={50}
          onCommit={setNumber('trayRiseMm')}
        />
        <QuantityField
          id="design-pitch"
          label={say('panels.field.rowPitch')}
          value={settings.rowPitchMm}
          dimension="length"
          unit={units}
          min={500}
          max={20_000}
          step={100}
          onCommit={setNumber('rowPitchMm')}
        />
      </Section>
      <LengthRulesSection settings={settings} set={set} />
      <NamingSection settings={settings} />
      <AssumptionsSection settings={settings} set={set} />
      <TimeSection settings={settings} set={set} />
      <DesignTotals design={design} />
      <PortTotals racks={null} />
      <FabricPorts />
      <GrowthSection design={design} set={set} />
    </>
  );
}

function DesignTotals({ design }: { readonly design: Design }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  if (analysis === null || design.racks.size === 0) return null;
  const { counts, devices, racks } = analysis;
  return (
    <Section title={say('panels.inspector.totals')}>
      <ReadLine label={say('panels.totals.racks')}>{numberText(counts.racks)}</ReadLine>
      <ReadLine label={say('panels.totals.devices')}>
        {say('panels.totals.devicesDetail', {
          devices: counts.devices,
          nodes: counts.nodes,
          switches: counts.switches,
        })}
      </ReadLine>
      <ReadLine label={say('panels.totals.cables')}>
        {say('panels.totals.cablesDetail', { cables: counts.cables, links: counts.links })}
      </ReadLine>
      <SumLine
        label={say('panels.totals.power')}
        of="devices"
        total={sumKnown(devices.map((device) => device.powerW))}
        text={powerText}
      />
      <SumLine
        label={say('panels.totals.weight')}
        of="racks"
        total={sumKnown(racks.map((rack) => rack.weightKg))}
        text={(kg) => `${numberText(kg)}\u202fkg`}
      />
      <SumLine
        label={say('panels.totals.airflow')}
        of="racks"
        total={sumKnown(racks.map((rack) => rack.airflowCfm))}
        text={(cfm) => `${numberText(cfm)}\u202fCFM`}
      />
      <ReadLine label={say('panels.totals.copper')}>
        {`${numberText(racks.reduce((sum, rack) => sum + rack.copperKg, 0))}\u202fkg`}
      </ReadLine>
      <WorstLines rows={devices} />
    </Section>
  );
}
