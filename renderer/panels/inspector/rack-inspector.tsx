import type { Design } from '../../../shared/model/design.ts';
import { verticalManagerMm } from '../../../shared/model/rack-geometry.ts';
import type { Rack, RackFrame } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type Dimension, formatQuantity, type ShownUnit } from '../../../shared/units/quantity.ts';
import {
  faceRacks,
  patchRacks,
  RACK_HEIGHTS_U,
  RACK_WIDTHS_MM,
  type RackPatch,
  setGap,
} from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
import { LengthField } from './floor-numbers.tsx';
import { PortTotals } from './ports-table.tsx';
import { RackTotals } from './rack-totals.tsx';
import { sharedOrNull, sharedValue } from './shared-value.ts';
import { StandingSection } from './standing-section.tsx';

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
      <FloorSection design={design} racks={racks} />
      <StandingSection design={design} racks={racks} />
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

/** How racks stand in their row: the open floor before them, and which way they look. */
function FloorSection({ racks }: RackInspectorProps) {
  const edit = useEdit();
  const ids = new Set(racks.map(({ id }) => id));
  const turned = sharedValue(racks, (rack) => rack.turned);
  return (
    <Section title={say('plan.inspector.place')}>
      <LengthField
        id="rack-gap"
        label={say('plan.field.gap')}
        value={sharedValue(racks, ({ gapMm }) => gapMm)}
        min={0}
        onCommit={(gapMm) => edit((editor) => setGap(editor.state.design, ids, gapMm))}
      />
      <ChoiceField
        id="rack-front"
        label={say('plan.field.front')}
        value={turned === 'mixed' ? null : turned ? 'frontTurned' : 'frontWithRow'}
        choices={(['frontWithRow', 'frontTurned'] as const).map((value) => ({
          value,
          label: say(`plan.field.${value}`),
        }))}
        onCommit={(value) =>
          edit((editor) => faceRacks(editor.state.design, ids, value === 'frontTurned'))
        }
      />
    </Section>
  );
}
