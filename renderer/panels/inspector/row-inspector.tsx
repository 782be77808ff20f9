import { useMemo } from 'react';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Facing, Row, RowPlace } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { formatQuantity } from '../../../shared/units/quantity.ts';
import { patchRow, standRow } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { numberText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
import { LengthField } from './floor-numbers.tsx';
import { RackTotals } from './rack-totals.tsx';
import { StandingSection } from './standing-section.tsx';

const FACINGS: readonly Facing[] = ['north', 'east', 'south', 'west'];

interface RowInspectorProps {
  readonly design: Design;
  readonly rows: readonly Row[];
}

/** One row or several: what they are called, where they stand, what stands in them. */
export function RowInspector({ design, rows }: RowInspectorProps) {
  const racks = useMemo(() => {
    const ids = new Set(rows.map(({ id }) => id));
    return [...design.racks.values()].filter(({ rowId }) => ids.has(rowId));
  }, [design, rows]);
  const one = rows.length === 1 ? rows[0] : undefined;
  return (
    <>
      {one ? <RowFields design={design} row={one} racks={racks.length} /> : null}
      <StandingSection design={design} racks={racks} />
      <RackTotals design={design} racks={racks} />
    </>
  );
}

function RowFields({
  design,
  row,
  racks,
}: {
  readonly design: Design;
  readonly row: Row;
  readonly racks: number;
}) {
  const edit = useEdit();
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const laid = floorPlan(design).rowOf.get(row.id);
  if (!laid) return null;
  const { place } = laid;
  const stand = (to: RowPlace | null) =>
    edit((editor) => standRow(editor.state.design, row.id, to));
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        <TextField
          id="row-name"
          label={say('panels.field.name')}
          value={row.name}
          required
          onCommit={(name) => edit((editor) => patchRow(editor.state.design, row.id, { name }))}
        />
        <ReadLine label={say('plan.field.racks')}>{numberText(racks)}</ReadLine>
        <ReadLine label={say('plan.field.length')}>
          {formatQuantity(laid.lengthMm, 'length', units)}
        </ReadLine>
      </Section>
      <Section title={say('plan.inspector.place')}>
        <ChoiceField
          id="row-placement"
          label={say('plan.field.placement')}
          value={row.place ? 'placed' : 'byOrder'}
          choices={(['byOrder', 'placed'] as const).map((value) => ({
            value,
            label: say(`plan.field.${value}`),
          }))}
          onCommit={(value) => stand(value === 'placed' ? place : null)}
        />
        <LengthField
          id="row-x"
          label={say('plan.field.x')}
          value={place.xMm}
          onCommit={(xMm) => stand({ ...place, xMm })}
        />
        <LengthField
          id="row-y"
          label={say('plan.field.y')}
          value={place.yMm}
          onCommit={(yMm) => stand({ ...place, yMm })}
        />
        <ChoiceField
          id="row-facing"
          label={say('plan.field.facing')}
          value={place.facing}
          choices={FACINGS.map((value) => ({ value, label: say(`plan.facing.${value}`) }))}
          onCommit={(facing) => stand({ ...place, facing })}
        />
      </Section>
    </>
  );
}
