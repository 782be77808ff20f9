import {
  AIRFLOW_DIRECTIONS,
  type AirflowDirection,
  DEVICE_CATEGORIES,
  type DeviceType,
  TYPE_LODGINGS,
  type TypeLodging,
} from '../../../shared/model/device-type.ts';
import { bodyWidthMm, faceHeightMm } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { RACK_UNIT_MM } from '../../../shared/units/length.ts';
import { patchType, type TypePatch } from '../../editor/index.ts';
import { ChoiceField } from '../../panels/fields/choice-field.tsx';
import { FACT_SPECS, type NumberFact } from '../../panels/fields/fact-specs.ts';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityField } from '../../panels/fields/quantity-field.tsx';
import { TextField } from '../../panels/fields/text-field.tsx';
import { Section } from '../../panels/parts/section.tsx';
import { useEdit } from '../../panels/use-edit.ts';
import { useLive } from '../../panels/use-live.ts';
import { useWorkspace } from '../../panels/workspace.ts';
import { halfUnits } from '../number-checks.ts';
import { entered, FactField, SourceButton } from './fact-field.tsx';
import styles from './inspector.module.css';
import { AIR_FACTS, dataFacts, OPTIONAL_FACTS, POWER_FACTS, SIZE_FACTS } from './type-specs.ts';

type Set = (patch: TypePatch) => string | null;

/** All that is known of a type beside its faces; every device of it follows. */
export function TypeFields({ type }: { readonly type: DeviceType }) {
  const edit = useEdit();
  const set: Set = (patch) => edit((editor) => patchType(editor.state.design, type.id, patch));
  return (
    <>
      <Section title={say('face.type.identity')}>
        <TextField
          id="face-maker"
          label={say('face.type.maker')}
          value={type.manufacturer}
          onCommit={(manufacturer) => set({ manufacturer })}
        />
        <TextField
          id="face-model"
          label={say('panels.field.model')}
          value={type.model}
          required
          onCommit={(model) => set({ model })}
        />
        <TextField
          id="face-part-number"
          label={say('face.type.partNumber')}
          value={type.partNumber}
          onCommit={(partNumber) => set({ partNumber })}
        />
        <ChoiceField
          id="face-category"
          label={say('panels.field.kind')}
          value={type.category}
          choices={DEVICE_CATEGORIES.map((value) => ({
            value,
            label: say(`panels.category.${value}`),
          }))}
          onCommit={(category) => set({ category })}
        />
        <TextField
          id="face-description"
          label={say('panels.field.notes')}
          value={type.description}
          onCommit={(description) => set({ description })}
        />
      </Section>
      <SizeFields type={type} set={set} />
      <FactSection title={say('face.type.power')} type={type} facts={POWER_FACTS} set={set} />
      <Section title={say('face.type.air')}>
        <AirflowField type={type} set={set} />
        <Facts type={type} facts={AIR_FACTS} set={set} />
      </Section>
      <FactSection title={say('face.type.data')} type={type} facts={dataFacts(type)} set={set} />
    </>
  );
}

interface PartProps {
  readonly type: DeviceType;
  readonly set: Set;
}

const WIDTHS = ['full', 'half', 'third'] as const;
const DEPTHS = ['full', 'half'] as const;

function SizeFields({ type, set }: PartProps) {
  return (
    <Section title={say('face.type.size')}>
      <ChoiceField
        id="face-lodging"
        label={say('face.type.lodging')}
        value={type.lodging}
        choices={TYPE_LODGINGS.map((value) => ({ value, label: say(`face.lodging.${value}`) }))}
        onCommit={(lodging) => set(lodged(type, lodging))}
      />
      {type.lodging === 'rack' ? <RackSizeFields type={type} set={set} /> : null}
      <FaceSizeFields type={type} set={set} />
      <Facts type={type} facts={SIZE_FACTS} set={set} />
    </Section>
  );
}

/** What a type is like when it goes into something else: the size of its face stays as near as it can. */
function lodged(type: DeviceType, lodging: TypeLodging): TypePatch {
  const [widthMm, heightMm] = [bodyWidthMm(type), faceHeightMm(type)];
  if (lodging !== 'rack') return { lodging, heightU: 0, faceMm: { widthMm, heightMm } };
  return { lodging, heightU: Math.max(1, Math.round(heightMm / RACK_UNIT_MM)), faceMm: null };
}

function RackSizeFields({ type, set }: PartProps) {
  return (
    <>
      <QuantityField
        id="face-height"
        label={say('panels.field.heightU')}
        value={type.heightU}
        dimension="rack-units"
        unit="U"
        min={0}
        max={58}
        step={0.5}
        onCommit={(value) => halfUnits(value, (heightU) => set({ heightU }))}
      />
      <ChoiceField
        id="face-width"
        label={say('face.type.width')}
        value={type.width}
        choices={WIDTHS.map((value) => ({ value, label: say(`face.width.${value}`) }))}
        onCommit={(width) => set({ width })}
      />
      <ChoiceField
        id="face-depth-use"
        label={say('face.type.depthUse')}
        value={type.depthUse}
        choices={DEPTHS.map((value) => ({ value, label: say(`face.depthUse.${value}`) }))}
        onCommit={(depthUse) => set({ depthUse })}
      />
    </>
  );
}

/** What goes into a bay has a face of its own size; the units of what goes into a rack say it. */
function FaceSizeFields({ type, set }: PartProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const { faceMm } = type;
  if (!faceMm) return null;
  const mm = { dimension: 'length', unit: units, min: 1, max: 3000, step: 1 } as const;
  return (
    <>
      <QuantityField
        id="face-face-width"
        label={say('face.type.faceWidth')}
        value={faceMm.widthMm}
        {...mm}
        onCommit={(widthMm) => (widthMm === null ? null : set({ faceMm: { ...faceMm, widthMm } }))}
      />
      <QuantityField
        id="face-face-height"
        label={say('face.type.faceHeight')}
        value={faceMm.heightMm}
        {...mm}
        onCommit={(heightMm) =>
          heightMm === null ? null : set({ faceMm: { ...faceMm, heightMm } })
        }
      />
    </>
  );
}

function AirflowField({ type, set }: PartProps) {
  const { airflow } = type;
  const choices: readonly { value: AirflowDirection | ''; label: string }[] = [
    { value: '', label: say('panels.unknown') },
    ...AIRFLOW_DIRECTIONS.map((value) => ({ value, label: say(`panels.airflow.${value}`) })),
  ];
  return (
    <div className={styles.choiceFact}>
      <ChoiceField<AirflowDirection | ''>
        id="face-airflow"
        label={say('panels.facts.airflow')}
        value={airflow?.value ?? ''}
        choices={choices}
        onCommit={(value) => set({ airflow: value === '' ? null : entered(value, airflow) })}
      />
      {airflow === null ? null : (
        <FieldRow label={say('face.source')}>
          <SourceButton<AirflowDirection>
            label={say('panels.facts.airflow')}
            known={airflow}
            onCommit={(fact) => set({ airflow: fact })}
          />
        </FieldRow>
      )}
    </div>
  );
}

interface FactsProps extends PartProps {
  readonly facts: readonly NumberFact[];
}

function FactSection({ title, ...rest }: FactsProps & { readonly title: string }) {
  return (
    <Section title={title}>
      <Facts {...rest} />
    </Section>
  );
}

function Facts({ type, facts, set }: FactsProps) {
  return facts.map((fact) => (
    <FactField
      key={`${type.id}/${fact}`}
      id={`face-${fact}`}
      label={say(`face.fact.${fact}`)}
      known={type[fact]}
      spec={FACT_SPECS[fact]}
      optional={OPTIONAL_FACTS.has(fact)}
      onCommit={(known) => set({ [fact]: known })}
    />
  ));
}
