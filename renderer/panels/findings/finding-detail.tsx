import { useMemo } from 'react';
import { derivationOf } from '../../../shared/analysis/derivation.ts';
import { missingText } from '../../../shared/analysis/missing-text.ts';
import { deviceOfBands } from '../../../shared/analysis/sensitivity.ts';
import type { Finding } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { SensitivityBars, useSensitivities } from '../parts/sensitivity-bars.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { DerivationSteps, DerivationValues } from './finding-derivation.tsx';
import { FindingFixes } from './finding-fixes.tsx';
import { FindingSubjects } from './finding-subjects.tsx';
import { WaiverPart } from './finding-waiver.tsx';
import styles from './findings.module.css';

/** An opened finding: where, why it matters, how it was found with its numbers, and what can be done. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  const { steps, values } = useMemo(() => derivationOf(finding), [finding]);
  return (
    <div className={styles.detailPlace}>
      <div className={styles.detail}>
        <div className={styles.about}>
          <FindingSubjects rule={finding.rule} subjects={finding.subjects} />
          <p className={styles.why}>{finding.why}</p>
          <Missing missing={finding.missing} />
          <FindingFixes finding={finding} />
          <Moving finding={finding} />
          <WaiverPart finding={finding} />
        </div>
        {steps.length === 0 ? null : (
          <section className={styles.part} aria-label={say('panels.findings.derivation')}>
            <h3>{say('panels.findings.derivation')}</h3>
            <DerivationSteps steps={steps} />
          </section>
        )}
        {values.length === 0 ? null : (
          <section className={styles.part} aria-label={say('panels.findings.numbers')}>
            <h3>{say('panels.findings.numbers')}</h3>
            <DerivationValues values={values} />
          </section>
        )}
      </div>
    </div>
  );
}

/** Which input moves the bands of the finding most. */
function Moving({ finding }: { readonly finding: Finding }) {
  const { analysis: source } = useWorkspace();
  const { design } = useLive(source);
  const found = useSensitivities(design, deviceOfBands(finding));
  if (found.length === 0) return null;
  return (
    <section className={styles.part} aria-label={say('panels.sensitivity.title')}>
      <h3>{say('panels.sensitivity.title')}</h3>
      <SensitivityBars found={found} />
    </section>
  );
}

function Missing({ missing }: Pick<Finding, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <div className={styles.missing}>
      <h3>{say('panels.findings.missing')}</h3>
      <ul>
        {missing.map((each) => (
          <li key={each}>{missingText(each)}</li>
        ))}
      </ul>
    </div>
  );
}
