import { PATHWAY_REACH_MM } from '../../../shared/floor/pathway-routes.ts';
import type { Pathway, PlanPoint } from '../../../shared/model/records.ts';
import { PATHWAY_LEVELS } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { formatQuantity } from '../../../shared/units/quantity.ts';
import { changePathway, leadPathway, movedPoint } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
import { LengthField } from './floor-numbers.tsx';

type Patch = Partial<Omit<Pathway, 'kind' | 'id'>>;

/** A tray or an underfloor path: what it holds, and the points it is led by. */
export function PathwayInspector({ pathway }: { readonly pathway: Pathway }) {
  const edit = useEdit();
  const { settings, analysis: source } = useWorkspace();
  const { units } = useLive(settings);
  const { analysis } = useLive(source);
  const set = (patch: Patch) =>
    edit((editor) => changePathway(editor.state.design, pathway.id, patch));
  const lead = (index: number, to: PlanPoint) =>
    edit((editor) =>
      leadPathway(editor.state.design, pathway.id, movedPoint(pathway.points, index, to)),
    );
  const legs = (analysis?.pathways ?? []).filter(
    ({ id, kind }) => kind === 'pathway' && id.startsWith(`pathway:${pathway.id}:`),
  );
  const fullest = Math.max(0, ...legs.map(({ fill }) => fill));
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        <TextField
          id="pathway-name"
          label={say('panels.field.name')}
          value={pathway.name}
          onCommit={(name) => set({ name })}
        />
        <ChoiceField
          id="pathway-level"
          label={say('plan.field.level')}
          value={pathway.level}
          choices={PATHWAY_LEVELS.map((value) => ({ value, label: say(`plan.level.${value}`) }))}
          onCommit={(level) => set({ level })}
        />
        <ReadLine label={say('plan.field.length')}>
          {formatQuantity(lengthOf(pathway.points), 'length', units)}
        </ReadLine>
        <ReadLine label={say('plan.field.reaches')}>
          {say('plan.field.reachesBeside', {
            reach: formatQuantity(PATHWAY_REACH_MM, 'length', units),
          })}
        </ReadLine>
        <ReadLine label={say('plan.field.fill')}>
          {legs.length === 0 ? say('plan.field.noCables') : shareText(fullest)}
        </ReadLine>
      </Section>
      <Section title={say('plan.inspector.size')}>
        <LengthField
          id="pathway-width"
          label={say('plan.field.width')}
          value={pathway.widthMm}
          min={10}
          max={3000}
          onCommit={(widthMm) => set({ widthMm })}
        />
        <LengthField
          id="pathway-height"
          label={say('plan.field.height')}
          value={pathway.heightMm}
          min={10}
          max={1000}
          onCommit={(heightMm) => set({ heightMm })}
        />
        <LengthField
          id="pathway-rise"
          label={say(pathway.level === 'overhead' ? 'plan.field.rise' : 'plan.field.sink')}
          value={pathway.riseMm}
          min={0}
          max={5000}
          onCommit={(riseMm) => set({ riseMm })}
        />
      </Section>
      <Section title={say('plan.inspector.points')}>
        {pathway.points.map((point, index) => (
          <PointFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is what stands at its place in the way
            key={index}
            number={index + 1}
            point={point}
            onCommit={(to) => lead(index, to)}
          />
        ))}
      </Section>
    </>
  );
}

interface PointFieldsProps {
  readonly number: number;
  readonly point: PlanPoint;
  readonly onCommit: (to: PlanPoint) => string | null;
}

function PointFields({ number, point, onCommit }: PointFieldsProps) {
  return (
    <>
      <LengthField
        id={`pathway-x-${number}`}
        label={say('plan.inspector.pointX', { number })}
        value={point.xMm}
        onCommit={(xMm) => onCommit({ ...point, xMm })}
      />
      <LengthField
        id={`pathway-y-${number}`}
        label={say('plan.inspector.pointY', { number })}
        value={point.yMm}
        onCommit={(yMm) => onCommit({ ...point, yMm })}
      />
    </>
  );
}

function lengthOf(points: readonly PlanPoint[]): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.abs(point.xMm - before.xMm) + Math.abs(point.yMm - before.yMm);
  }, 0);
}
