import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { formatQuantity } from '../../../shared/units/quantity.ts';
import { patchType } from '../../editor/index.ts';
import { FACT_SPECS } from '../fields/fact-specs.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { QuantityInput } from '../fields/quantity-field.tsx';
import { factText } from '../library/fact-text.ts';
import { factsOf, isWish, type TypeFact } from '../library/type-facts.ts';
import { ProvenanceMark } from '../parts/provenance.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { FactLine, ReadLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { TypeSource } from './type-source.tsx';

/** The facts of the device's type; changing one changes it for every device of the type. */
export function TypeSection({ type }: { readonly type: DeviceType }) {
  return (
    <Section title={say('panels.inspector.type')} detail={type.partNumber}>
      <ReadLine label={say('panels.field.model')}>
        {say('panels.typeName', { maker: type.manufacturer, model: type.model })}
      </ReadLine>
      <ReadLine label={say('panels.field.kind')}>
        {say(`panels.category.${type.category}`)}
        {type.heightU === 0 ? null : ` · ${formatQuantity(type.heightU, 'rack-units', 'U')}`}
      </ReadLine>
      <TypeSource type={type} />
      <FactLine
        label={say('panels.facts.airflow')}
        text={type.airflow === null ? '' : say(`panels.airflow.${type.airflow.value}`)}
        provenance={type.airflow?.provenance ?? null}
        source={type.airflow?.source ?? ''}
      />
      {factsOf(type).map((fact) => (
        <TypeFactField key={`${type.id}/${fact}`} type={type} fact={fact} />
      ))}
      {type.description === '' ? null : <p className={styles.description}>{type.description}</p>}
    </Section>
  );
}

/** One fact as a field: what a person types over it is theirs, `measured` by them. */
function TypeFactField({ type, fact }: { readonly type: DeviceType; readonly fact: TypeFact }) {
  const edit = useEdit();
  const known = type[fact];
  const id = `type-${fact}`;
  const isLeftOut = known === null && isWish(fact);
  function commit(value: number | null): string | null {
    const next =
      value === null
        ? null
        : { value, provenance: 'measured' as const, source: say('panels.facts.entered') };
    return edit((editor) => patchType(editor.state.design, type.id, { [fact]: next }));
  }
  return (
    <FieldRow label={say(`panels.factField.${fact}`)} htmlFor={id}>
      <span className={styles.factField} title={isLeftOut ? '' : factText(fact, known)}>
        <QuantityInput
          id={id}
          value={known?.value ?? null}
          mayBeUnknown
          unknownText="–"
          {...FACT_SPECS[fact]}
          onCommit={commit}
        />
        {isLeftOut ? null : (
          <ProvenanceMark provenance={known?.provenance ?? null} source={known?.source ?? ''} />
        )}
      </span>
    </FieldRow>
  );
}
