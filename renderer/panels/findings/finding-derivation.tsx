import type {
  Derivation,
  DerivationLine,
  DerivationValue,
} from '../../../shared/analysis/derivation.ts';
import { say } from '../../../shared/text/index.ts';
import { ProvenanceMark } from '../parts/provenance.tsx';
import styles from './findings.module.css';
import { FormulaText } from './formula-text.tsx';

/** The formulas of a finding, each as it is and with the numbers in it, with where it stands written. */
export function DerivationSteps({ steps }: Pick<Derivation, 'steps'>) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ lines, sources }, place) => (
        // The steps of a finding stand in one order, and two may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={place}>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <StepLine key={index} line={line} />
          ))}
          {sources.length === 0 ? null : (
            <p className={styles.sources}>
              {say('panels.findings.sources', { sources: sources.join('; ') })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepLine({ line: { formula, numbers } }: { readonly line: DerivationLine }) {
  return (
    <div className={styles.step}>
      <p className={styles.formula}>
        <FormulaText parts={formula} />
      </p>
      {numbers === null ? null : (
        <p className={styles.formulaNumbers}>
          <FormulaText parts={numbers} />
        </p>
      )}
    </div>
  );
}

/** What every symbol stands for, and the numbers beside: value, band, where it comes from. */
export function DerivationValues({ values }: Pick<Derivation, 'values'>) {
  return (
    <dl className={styles.values}>
      {values.map((value) => (
        <ValueLine key={`${value.name} ${symbolKey(value)}`} value={value} />
      ))}
    </dl>
  );
}

function symbolKey({ symbol }: DerivationValue): string {
  return symbol?.map(({ text }) => text).join('') ?? '';
}

function ValueLine({ value }: { readonly value: DerivationValue }) {
  return (
    <div className={styles.value}>
      <dt>
        <span className={styles.valueSymbol}>
          {value.symbol === null ? null : <FormulaText parts={value.symbol} />}
        </span>
        {value.words}
      </dt>
      <dd>
        {value.text}
        <ProvenanceMark provenance={value.provenance} />
      </dd>
    </div>
  );
}
