import { PATHWAY_REACH_MM } from '../../../shared/floor/pathway-routes.ts';
import type { Pathway, PlanPoint } from '../../../shared/model/records.ts';
import { PATHWAY_LEVELS } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { formatQuantity } from '../../../shared/units/quantity.ts';
import { changePathways, leadPathway, movedPoint, type PathwayPatch } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
import { LengthField } from './floor-numbers.tsx';
import { sharedOrNull, sharedValue } from './shared-value.ts';

/** Trays and underfloor paths, one or several: what they hold; of one the points that it is led by. */
export function PathwayInspector({ pathways }: { readonly pathways: readonly Pathway[] }) {
  const edit = useEdit();
  const { settings, analysis: source } = useWorkspace();
  const { units } = useLive(settings);
  const { analysis } = useLive(source);
  const ids = pathways.map(({ id }) => id);
  const set = (patch: PathwayPatch) =>
    edit((editor) => changePathways(editor.state.design, ids, patch));
  const lead = ({ id, points }: Pathway, index: number, to: PlanPoint) =>
    edit((editor) => leadPathway(editor.state.design, id, movedPoint(points, index, to)));
  const one = pathways.length === 1 ? pathways[0] : undefined;
  const level = sharedOrNull(pathways, (pathway) => pathway.level);
  const starts = ids.map((id) => `pathway:${id}:`);
  const legs = (analysis?.pathways ?? []).filter(
    ({ id, kind }) => kind === 'pathway' && starts.some((start) => id.startsWith(start)),
  );
  const fullest = Math.max(0, ...legs.map(({ fill }) => fill));
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        {one ? (
          <TextField
            id="pathway-name"
            label={say('panels.field.name')}
            value={one.name}
            onCommit={(name) => set({ name })}
          />
        ) : null}
        <ChoiceField
          id="pathway-level"
          label={say('plan.field.level')}
          value={level}
          choices={PATHWAY_LEVELS.map((value) => ({ value, label: say(`plan.level.${value}`) }))}
          onCommit={(to) => set({ level: to })}
        />
        <ReadLine label={say('plan.field.length')}>
          {formatQuantity(
            pathways.reduce((sum, { points }) => sum + lengthOf(points), 0),
            'length',
            units,
          )}
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
          value={sharedValue(pathways, ({ widthMm }) => widthMm)}
          min={10}
          max={3000}
          onCommit={(widthMm) => set({ widthMm })}
        />
        <LengthField
          id="pathway-height"
          label={say('plan.field.height')}
          value={sharedValue(pathways, ({ heightMm }) => heightMm)}
          min={10}
          max={1000}
          onCommit={(heightMm) => set({ heightMm })}
        />
        <LengthField
          id="pathway-rise"
          label={say(`plan.field.${level === null ? 'away' : AWAY[level]}`)}
          value={sharedValue(pathways, ({ riseMm }) => riseMm)}
          min={0}
          max={5000}
          onCommit={(riseMm) => set({ riseMm })}
        />
      </Section>
      {one ? (
        <Section title={say('plan.inspector.points')}>
          {one.points.map((point, index) => (
            <PointFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is what stands at its place in the way
              key={index}
              number={index + 1}
              point={point}
              onCommit={(to) => lead(one, index, to)}
            />
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** What the distance from the racks is called on each level. */
const AWAY = { overhead: 'rise', underfloor: 'sink' } as const;

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
