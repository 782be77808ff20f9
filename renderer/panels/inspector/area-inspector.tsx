import type { Area, AreaPurpose } from '../../../shared/model/records.ts';
import { AREA_PURPOSES } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changeAreaOnFloor, LEAST_AREA_MM } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { LengthField } from './floor-numbers.tsx';

type Patch = Partial<Omit<Area, 'kind' | 'id'>>;

/** A part of the floor: what it is, where it is, how large. */
export function AreaInspector({ area }: { readonly area: Area }) {
  const edit = useEdit();
  const set = (patch: Patch) =>
    edit((editor) => changeAreaOnFloor(editor.state.design, area.id, patch));
  const isAisle = area.purpose === 'cold-aisle' || area.purpose === 'hot-aisle';
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        <TextField
          id="area-name"
          label={say('panels.field.name')}
          value={area.name}
          onCommit={(name) => set({ name })}
        />
        <ChoiceField<AreaPurpose>
          id="area-purpose"
          label={say('plan.field.purpose')}
          value={area.purpose}
          choices={AREA_PURPOSES.map((value) => ({ value, label: say(`plan.purpose.${value}`) }))}
          onCommit={(purpose) => set({ purpose })}
        />
        {isAisle ? (
          <ChoiceField
            id="area-contained"
            label={say('plan.field.containment')}
            value={area.contained ? 'contained' : 'open'}
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
          value={area.xMm}
          onCommit={(xMm) => set({ xMm })}
        />
        <LengthField
          id="area-y"
          label={say('plan.field.y')}
          value={area.yMm}
          onCommit={(yMm) => set({ yMm })}
        />
      </Section>
      <Section title={say('plan.inspector.size')}>
        <LengthField
          id="area-width"
          label={say('plan.field.width')}
          value={area.widthMm}
          min={LEAST_AREA_MM}
          onCommit={(widthMm) => set({ widthMm })}
        />
        <LengthField
          id="area-depth"
          label={say('plan.field.depth')}
          value={area.depthMm}
          min={LEAST_AREA_MM}
          onCommit={(depthMm) => set({ depthMm })}
        />
      </Section>
    </>
  );
}
