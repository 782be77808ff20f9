/**
 * Where fixes are tried. A candidate is kept when the analysis of the design with it says that the finding is gone
 * or smaller, and that nothing as grave has come
 * for it. The design itself is never changed: every trial is taken back.
 */

import type { FindingSource } from '../analysis/finding.ts';
import type { Analyser } from '../analysis/index.ts';
import type { Finding, Severity } from '../analysis/types.ts';
import { nominalText } from '../analysis/value-text.ts';
import { valueWords } from '../analysis/value-words.ts';
import type { Design } from '../model/design.ts';
import { reverseDiff } from '../model/diff.ts';
import { say } from '../text/index.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidate, FixProposal } from './fix.ts';
import { isSmaller, measured } from './severity-of.ts';

/** How many fixes of one finding are shown, and how many of one kind. */
const SHOWN = 9;
const SHOWN_OF_A_KIND = 3;

/** What one trial left of the findings. */
interface Outcome {
  readonly findings: ReadonlyMap<string, FindingSource>;
  /** The gravest of what was not there before, or not as grave; null where there is nothing of the kind. */
  readonly harm: Severity | null;
}

const RANKS: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

export class FixWorkshop {
  readonly #analyser: Analyser;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #design: Design;
  readonly #before: ReadonlyMap<string, Severity>;
  #trials = 0;

  /** @param analyser is given back as it was after every call; nobody else may use it meanwhile */
  constructor(analyser: Analyser) {
    this.#analyser = analyser;
    this.#design = analyser.design;
    this.#before = new Map(analyser.sources.map(({ id, severity }) => [id, severity]));
  }

  /** How many trials were made. */
  get trials(): number {
    return this.#trials;
  }

  /** The fixes of a finding: those that make it go before those that make it smaller. */
  fixesFor(finding: Finding): readonly FixProposal[] {
    const proposals: FixProposal[] = [];
    for (const candidate of candidatesFor(this.#design, finding)) {
      const outcome = this.#try(candidate);
      const after = outcome.findings.get(finding.id)?.finding ?? null;
      const harms = outcome.harm !== null && RANKS[outcome.harm] >= RANKS[finding.severity];
      if (!harms && isSmaller(finding, after)) {
        proposals.push(proposalOf(candidate, finding, after));
      }
    }
    proposals.sort((a, b) => Number(b.solves) - Number(a.solves));
    const ofKind = new Map<string, number>();
    const shown = proposals.filter(({ id }) => {
      const [kind = ''] = id.split(':', 1);
      const before = ofKind.get(kind) ?? 0;
      ofKind.set(kind, before + 1);
      return before < SHOWN_OF_A_KIND;
    });
    return shown.slice(0, SHOWN);
  }

  #try(candidate: Candidate): Outcome {
    const known = this.#outcomes.get(candidate.id);
    if (known) return known;
    this.#trials += 1;
    this.#analyser.update(candidate.diff);
    const { sources } = this.#analyser;
    const outcome = {
      findings: new Map(sources.map((source) => [source.id, source])),
      harm: this.#harmIn(sources),
    };
    this.#analyser.update(reverseDiff(candidate.diff));
    this.#outcomes.set(candidate.id, outcome);
    return outcome;
  }

  #harmIn(sources: readonly FindingSource[]): Severity | null {
    let worst: Severity | null = null;
    for (const { id, severity } of sources) {
      const before = this.#before.get(id);
      if (before !== undefined && RANKS[severity] <= RANKS[before]) continue;
      if (worst === null || RANKS[severity] > RANKS[worst]) worst = severity;
    }
    return worst;
  }
}

function proposalOf(
  { id, label, diff }: Candidate,
  before: Finding,
  after: Finding | null,
): FixProposal {
  const effect = effectOf(before, after);
  const said = say('fixes.label', { action: label, effect });
  return { id, action: label, effect, label: said, solves: after === null, diff };
}

function effectOf(before: Finding, after: Finding | null): string {
  if (after === null) return say('fixes.gone');
  const [was, is] = [measured(before), measured(after)];
  if (!was || !is || before.messageKey !== after.messageKey) {
    return say('fixes.milder', { severity: after.severity });
  }
  const args = { what: valueWords(was.name), before: nominalText(was.value) };
  return say('fixes.smaller', { ...args, after: nominalText(is.value) });
}
