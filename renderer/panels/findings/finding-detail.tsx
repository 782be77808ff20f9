import { missingText } from '../../../shared/analysis/missing-text.ts';
import type { Explanation, Finding, FindingValue } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { findingValueText } from '../parts/number-text.ts';
import { ProvenanceMark } from '../parts/provenance.tsx';
import styles from './findings.module.css';

/** How a finding was found: its numbers and where they come from, the formula, and what is not known. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  // Names and words stand in the message already.
  const values = Object.entries(finding.values).filter(
    ([, value]) => 'nominal' in value || typeof value.value === 'number',
  );
  return (
    <div className={styles.detail}>
      {values.length === 0 ? null : (
        <dl className={styles.values}>
          {values.map(([name, value]) => (
            <ValueLine key={name} name={name} value={value} />
          ))}
        </dl>
      )}
      {finding.explanation.map((explanation) => (
        <ExplanationLines key={explanation.formula} explanation={explanation} />
      ))}
      {finding.missing.length === 0 ? null : (
        <div className={styles.missing}>
          <h4>{say('panels.findings.missing')}</h4>
          <ul>
            {finding.missing.map((each) => (
              <li key={each}>{missingText(each)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function ValueLine({ name, value }: { readonly name: string; readonly value: FindingValue }) {
  return (
    <div className={styles.value}>
      <dt>{wordsOf(name)}</dt>
      <dd>
        {findingValueText(value)}
        <ProvenanceMark provenance={value.provenance} />
      </dd>
    </div>
  );
}

/** `requiredM` reads `required`: the unit stands beside the number. */
function wordsOf(name: string): string {
  const words = name
    .replace(/(?<=[a-z])(Mm2|Mm|Kg|Gbps|Cfm|Pa|M|W|K|C|U)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words === '' ? name : words;
}

function ExplanationLines({ explanation }: { readonly explanation: Explanation }) {
  return (
    <div className={styles.explanation}>
      {explanation.formula === '' ? null : (
        <code className={styles.formula}>{explanation.formula}</code>
      )}
      {Object.keys(explanation.where).length === 0 ? null : (
        <p>
          {say('panels.findings.inputs', {
            inputs: Object.values(explanation.where).map(wordsOf).join(', '),
          })}
        </p>
      )}
      {explanation.sources.length === 0 ? null : (
        <p>{say('panels.findings.sources', { sources: explanation.sources.join('; ') })}</p>
      )}
    </div>
  );
}
