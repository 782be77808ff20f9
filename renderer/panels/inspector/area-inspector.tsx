import type { Area, AreaPurpose } from '../../../shared/model/records.ts';
import { AREA_PURPOSES } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type AreaPatch, changeAreasOnFloor, LEAST_AREA_MM } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { LengthField } from './floor-numbers.tsx';
import { sharedOrNull, sharedValue } from './shared-value.ts';

/** Parts of the floor, one or several: what they are, where they are, how large. */
export function AreaInspector({ areas }: { readonly areas: readonly Area[] }) {
  const edit = useEdit();
  const ids = areas.map(({ id }) => id);
  const set = (patch: AreaPatch) =>
    edit((editor) => changeAreasOnFloor(editor.state.design, ids, patch));
  const one = areas.length === 1 ? areas[0] : undefined;
  const areAisles = areas.every(
    ({ purpose }) => purpose === 'cold-aisle' || purpose === 'hot-aisle',
  );
  const contained = sharedValue(areas, (area) => area.contained);
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        {one ? (
          <TextField
            id="area-name"
            label={say('panels.field.name')}
            value={one.name}
            onCommit={(name) => set({ name })}
          />
        ) : null}
        <ChoiceField<AreaPurpose>
          id="area-purpose"
          label={say('plan.field.purpose')}
          value={sharedOrNull(areas, ({ purpose }) => purpose)}
          choices={AREA_PURPOSES.map((value) => ({ value, label: say(`plan.purpose.${value}`) }))}
          onCommit={(purpose) => set({ purpose })}
        />
        {areAisles ? (
          <ChoiceField
            id="area-contained"
            label={say('plan.field.containment')}
            value={contained === 'mixed' ? null : contained ? 'contained' : 'open'}
            choices={(['contained', 'open'] as const).map((value) => ({
              value,
              label: say(`plan.field.${value}`),
            }))}
            onCommit={(value) => set({ contained: value === 'contained' })}
          />
        ) : null}
      </Section>
      <Section title={say('plan.inspector.place')}>
        <LengthField
          id="area-x"
          label={say('plan.field.x')}
          value={sharedValue(areas, ({ xMm }) => xMm)}
          onCommit={(xMm) => set({ xMm })}
        />
        <LengthField
          id="area-y"
          label={say('plan.field.y')}
          value={sharedValue(areas, ({ yMm }) => yMm)}
          onCommit={(yMm) => set({ yMm })}
        />
      </Section>
      <Section title={say('plan.inspector.size')}>
        <LengthField
          id="area-width"
          label={say('plan.field.width')}
          value={sharedValue(areas, ({ widthMm }) => widthMm)}
          min={LEAST_AREA_MM}
          onCommit={(widthMm) => set({ widthMm })}
        />
        <LengthField
          id="area-depth"
          label={say('plan.field.depth')}
          value={sharedValue(areas, ({ depthMm }) => depthMm)}
          min={LEAST_AREA_MM}
          onCommit={(depthMm) => set({ depthMm })}
        />
      </Section>
    </>
  );
}
