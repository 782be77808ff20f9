import { Switch } from '@mantine/core';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks, typeOf } from '../../../shared/model/design-index.ts';
import { columnsOf } from '../../../shared/model/rack-geometry.ts';
import type { Device, Face } from '../../../shared/model/records.ts';
import { stepU } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type DevicePatch, patchDevices } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { FieldRow } from '../fields/field-row.tsx';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { BaysSection, InBayLine } from './bays-section.tsx';
import { DeviceLive } from './device-live.tsx';
import { FaceplateTable } from './faceplate-table.tsx';
import { PortsTable } from './ports-table.tsx';
import { SensitivitySection } from './sensitivity-section.tsx';
import { sharedOrNull, sharedValue } from './shared-value.ts';
import { SwitchTime } from './switch-time.tsx';
import { TypeSection } from './type-section.tsx';

interface DeviceInspectorProps {
  readonly design: Design;
  readonly devices: readonly Device[];
}

const FACES: readonly Face[] = ['front', 'rear'];

/** One device or several: where they are, what they are, and how they fare. */
export function DeviceInspector({ design, devices }: DeviceInspectorProps) {
  const edit = useEdit();
  const set = (patch: DevicePatch) =>
    edit((editor) =>
      patchDevices(
        editor.state.design,
        devices.map(({ id }) => id),
        patch,
      ),
    );
  const one = devices.length === 1 ? devices[0] : undefined;
  const types = [...new Set(devices.map((device) => typeOf(design, device)))];
  const [type, ...otherTypes] = types;
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        {one ? (
          <TextField
            id="device-name"
            label={say('panels.field.name')}
            value={one.name}
            required
            onCommit={(name) => set({ name })}
          />
        ) : null}
        {devices.some(({ mount }) => mount === 'bay') ? (
          one && <InBayLine design={design} device={one} />
        ) : (
          <PlaceFields design={design} devices={devices} set={set} />
        )}
        <FieldRow label={say('panels.field.locked')} htmlFor="device-locked">
          <Switch
            id="device-locked"
            size="xs"
            checked={devices.every(({ locked }) => locked)}
            onChange={(event) => set({ locked: event.currentTarget.checked })}
          />
        </FieldRow>
        <TextField
          id="device-notes"
          label={say('panels.field.notes')}
          value={sharedOrNull(devices, ({ notes }) => notes)}
          onCommit={(notes) => set({ notes })}
        />
      </Section>
      {one ? <BaysSection design={design} device={one} /> : null}
      <DeviceLive devices={devices} />
      {one ? <SensitivitySection device={one} /> : null}
      <PortsTable devices={devices} />
      {one && type?.category === 'switch' ? <SwitchTime device={one} type={type} /> : null}
      {type && otherTypes.length === 0 ? (
        <>
          <FaceplateTable type={type} />
          <TypeSection type={type} />
        </>
      ) : null}
    </>
  );
}

interface PlaceFieldsProps extends DeviceInspectorProps {
  readonly set: (patch: DevicePatch) => string | null;
}

/** Rack, unit, face and column: moving by number instead of by hand. */
function PlaceFields({ design, devices, set }: PlaceFieldsProps) {
  const [first] = devices;
  if (!first) return null;
  const locked = devices.some((device) => device.locked);
  const one = devices.length === 1;
  const type = typeOf(design, first);
  const columns = first.mount === 'side' ? 2 : columnsOf(type.width);
  return (
    <>
      <ChoiceField
        id="device-rack"
        label={say('panels.field.rack')}
        value={sharedOrNull(devices, ({ rackId }) => rackId)}
        choices={orderedRacks(design).map((rack) => ({ value: rack.id, label: rack.name }))}
        disabled={locked}
        onCommit={(rackId) => set({ rackId })}
      />
      {one ? (
        <QuantityField
          id="device-u"
          label={say('panels.field.u')}
          value={first.u}
          dimension="rack-units"
          unit="U"
          min={1}
          max={design.racks.get(first.rackId)?.heightU ?? 1}
          step={stepU(type)}
          disabled={locked}
          onCommit={(u) => (u === null ? null : set({ u }))}
        />
      ) : null}
      <ChoiceField
        id="device-face"
        label={say('panels.field.face')}
        value={sharedOrNull(devices, ({ face }) => face)}
        choices={FACES.map((value) => ({ value, label: say(`panels.face.${value}`) }))}
        disabled={locked}
        onCommit={(face) => set({ face })}
      />
      {columns > 1 && one ? (
        <ChoiceField
          id="device-column"
          label={say(first.mount === 'side' ? 'panels.field.strip' : 'panels.field.column')}
          value={String(sharedValue(devices, ({ column }) => column))}
          choices={Array.from({ length: columns }, (_, column) => ({
            value: String(column),
            label:
              first.mount === 'side'
                ? say(`panels.side.${column === 0 ? 'left' : 'right'}`)
                : String(column + 1),
          }))}
          disabled={locked}
          onCommit={(column) => set({ column: Number(column) })}
        />
      ) : null}
    </>
  );
}
