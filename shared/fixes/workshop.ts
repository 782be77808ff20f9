/**
 * Where fixes are tried. A candidate is kept when the analysis of the design with it says that the finding is gone
 * or smaller, and that nothing as grave has come for it. The design itself is never changed: every trial is taken
 * back.
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

/** What one trial made of the findings: those that are gone, and those that are new or another. */
interface Outcome {
  readonly gone: ReadonlySet<string>;
  readonly changed: ReadonlyMap<string, FindingSource>;
}

type Findings = ReadonlyMap<string, FindingSource>;

const RANKS: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

export class FixWorkshop {
  readonly #analyser: Analyser;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #design: Design;
  /** The findings of the design; those that a trial touched are made anew when it is taken back. */
  #findings: Findings;
  #trials = 0;

  /** @param analyser is given back as it was after every call; nobody else may use it meanwhile */
  constructor(analyser: Analyser) {
    this.#analyser = analyser;
    this.#design = analyser.design;
    this.#findings = byId(analyser.sources);
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
      const after = this.#after(finding, outcome);
      if (after === finding || !isSmaller(finding, after)) continue;
      const others = this.#grown(finding, outcome);
      if (others === 'too grave') continue;
      proposals.push(proposalOf(candidate, finding, after, others));
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

  #after(finding: Finding, { gone, changed }: Outcome): Finding | null {
    if (gone.has(finding.id)) return null;
    return changed.get(finding.id)?.finding ?? finding;
  }

  /** How many other errors and warnings a trial brought or enlarged; `too grave` where one is as grave as what it was for. */
  #grown({ id: own, severity, messageKey }: Finding, { changed }: Outcome): number | 'too grave' {
    // To draw what is there makes nothing graver: it only shows what was grave all along.
    const shows = /^analysis\.(data\.)?found/.test(messageKey);
    let grown = 0;
    for (const [id, source] of changed) {
      if (id === own || source.severity === 'note') continue;
      const before = this.#findings.get(id);
      const worse = before === undefined || RANKS[source.severity] > RANKS[before.severity];
      if (worse && !shows && RANKS[source.severity] >= RANKS[severity]) return 'too grave';
      if (worse || isSmaller(source.finding, before.finding)) grown += 1;
    }
    return grown;
  }

  #try(candidate: Candidate): Outcome {
    const known = this.#outcomes.get(candidate.id);
    if (known) return known;
    this.#trials += 1;
    this.#analyser.update(candidate.diff);
    const outcome = outcomeOf(this.#findings, byId(this.#analyser.sources));
    this.#analyser.update(reverseDiff(candidate.diff));
    this.#findings = byId(this.#analyser.sources);
    this.#outcomes.set(candidate.id, outcome);
    return outcome;
  }
}

function byId(sources: readonly FindingSource[]): Findings {
  return new Map(sources.map((source) => [source.id, source]));
}

/** What an edit did not touch is still the same object. */
function outcomeOf(before: Findings, after: Findings): Outcome {
  const gone = new Set<string>();
  const changed = new Map<string, FindingSource>();
  for (const id of before.keys()) if (!after.has(id)) gone.add(id);
  for (const [id, source] of after) if (before.get(id) !== source) changed.set(id, source);
  return { gone, changed };
}

function proposalOf(
  { id, label, diff }: Candidate,
  before: Finding,
  after: Finding | null,
  others: number,
): FixProposal {
  const own = effectOf(before, after);
  const effect = others === 0 ? own : say('fixes.others', { effect: own, count: others });
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
