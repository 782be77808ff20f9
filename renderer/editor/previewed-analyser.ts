/** An analyser that also answers what would be if an edit were made, and comes back from it exactly. */
import { type Analyser, createAnalyser } from '../../shared/analysis/index.ts';
import type { Analysis } from '../../shared/analysis/types.ts';
import { type FixProposal, FixWorkshop } from '../../shared/fixes/index.ts';
import type { Design } from '../../shared/model/design.ts';
import {
  type Diff,
  EMPTY_DIFF,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../shared/model/diff.ts';

export class PreviewedAnalyser {
  readonly #analyser: Analyser;
  /** What is made on trial. */
  #trial: Diff = EMPTY_DIFF;
  /** Where fixes are tried, until the design is another. */
  #workshop: FixWorkshop | null = null;

  constructor(design: Design) {
    this.#analyser = createAnalyser(design);
  }

  get analysis(): Analysis {
    return this.#analyser.analysis;
  }

  /** Follows an edit of the design; what was on trial is taken back with it. */
  update(diff: Diff): Analysis {
    return this.#follow(diff, EMPTY_DIFF);
  }

  /** The analysis as it would be with this edit; that of the design itself for an empty one. */
  preview(diff: Diff): Analysis {
    return this.#follow(diff, diff);
  }

  /** What would help a finding of the design itself; nothing for one that it does not have. */
  fixesFor(findingId: string): readonly FixProposal[] {
    this.preview(EMPTY_DIFF);
    const finding = this.#analyser.sources.find(({ id }) => id === findingId)?.finding;
    this.#workshop ??= new FixWorkshop(this.#analyser);
    return finding ? this.#workshop.fixesFor(finding) : [];
  }

  #follow(diff: Diff, trial: Diff): Analysis {
    const change = squashDiffs(reverseDiff(this.#trial), diff);
    this.#trial = trial;
    if (!isEmptyDiff(change)) this.#workshop = null;
    return isEmptyDiff(change) ? this.#analyser.analysis : this.#analyser.update(change);
  }
}
