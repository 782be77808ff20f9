/**
 * The same design in every medium, side by side. Each column is a whole design with a whole analysis, so that reach,
 * routes, air and findings agree with everything else that Plenum says.
 */
import { type Analyser, createAnalyser } from '../analysis/index.ts';
import { fullerOf } from '../analysis/pathways.ts';
import type { Analysis, ReachVerdict } from '../analysis/types.ts';
import { openBySeverity } from '../analysis/waiver.ts';
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import type { KeptByEnds } from '../routing/landing.ts';
import {
  type Alternatives,
  allIn,
  alternativesOf,
  asDrawn,
  CheapestThatReaches,
  designWith,
} from './alternatives.ts';
import { COLUMN_IDS, COST_ORDER, type ColumnId, type ComparedMedium } from './columns.ts';
import { comparedCables } from './compared-cables.ts';
import type { Conversion } from './convert-group.ts';
import { FORMULAS } from './formulas.ts';
import { airFigures } from './measure-air.ts';
import { bulkFigures, fullestFigure } from './measure-bulk.ts';
import { energyFigures } from './measure-energy.ts';
import { linkCounts, mediaOf, refusedLinks } from './measure-links.ts';
import { roomFigures } from './measure-room.ts';
import { pathFigure, timeFigures } from './measure-time.ts';
import type { Column, Comparison } from './types.ts';

/** Told after each column how many are done. */
export type Progress = (done: number, total: number) => void;

/** Compares a design as it is drawn, in each medium, and in the cheapest that reaches. */
export function compareMedia(design: Design, progress: Progress = () => {}): Comparison {
  const steps = comparisonSteps(design);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    progress(step.value, COLUMN_IDS.length);
  }
}

/**
 * `compareMedia` in steps, between which others may have their turn, or give it up: a whole analysis takes long. Of a
 * column only its figures stay when the next is begun.
 * @param drawn the analysis of the design as it is, for those who have it or need it afterwards; asked for last, and
 * given where its cables land
 * @yields how many columns are done
 */
export function* comparisonSteps(
  design: Design,
  drawn: (landings: KeptByEnds) => Analysis | null = () => null,
): Generator<number, Comparison> {
  const ground = alternativesOf(design);
  const columns = new Map<ColumnId, Column>();
  const cheapest = new CheapestThatReaches(ground);
  for (const medium of COST_ORDER) {
    columns.set(medium, measureMedium(ground, medium, cheapest));
    yield columns.size;
  }
  columns.set('cheapest', measureColumn(ground, 'cheapest', null, cheapest.conversions).column);
  yield columns.size;
  columns.set(
    'as-drawn',
    measureColumn(ground, 'as-drawn', null, asDrawn(ground), drawn(ground.landings)).column,
  );
  const kept = [...ground.bare.cables.values()];
  return {
    format: 'plenum.comparison/1',
    design: design.settings.name,
    kept: {
      power: kept.filter(({ medium }) => medium === 'power').length,
      baseT: kept.filter(({ medium }) => medium === 'base-t').length,
    },
    costOrder: { media: COST_ORDER, provenance: 'assumed' },
    formulas: FORMULAS,
    columns: COLUMN_IDS.flatMap((id) => columns.get(id) ?? []),
  };
}

/** The column of one medium throughout, which is offered to the cheapest that reaches. */
function measureMedium(
  ground: Alternatives,
  medium: ComparedMedium,
  cheapest: CheapestThatReaches,
): Column {
  const conversions = allIn(ground, medium);
  const { column, analysis } = measureColumn(ground, medium, medium, conversions);
  const verdicts = new Map<CableId, ReachVerdict>();
  for (const { id, verdict } of analysis.cables) verdicts.set(id, verdict);
  cheapest.offer(medium, { conversions, verdictOf: (id) => verdicts.get(id) ?? 'unknown' });
  return column;
}

function measureColumn(
  ground: Alternatives,
  id: ColumnId,
  medium: ComparedMedium | null,
  conversions: readonly Conversion[],
  known: Analysis | null = null,
): { readonly column: Column; readonly analysis: Analysis } {
  const design = designWith(ground, conversions);
  const analyser = known ? analysed(known) : createAnalyser(design, ground.landings);
  const { analysis, sources, fullest } = analyser;
  const cables = comparedCables(design, analysis, ground.linksOf);
  const links = linkCounts(cables, conversions);
  const { pathNs, slowestPath } = pathFigure(design, analysis);
  const { fullestMm2, fullestPlace } = fullestFigure(fullest, analysis);
  const column: Column = {
    id,
    medium,
    media: mediaOf(cables),
    links,
    cables: cables.length,
    refused: refusedLinks(conversions),
    hypothetical: links.cannotPlug > 0,
    figures: {
      ...roomFigures(design, cables),
      ...energyFigures(cables),
      ...timeFigures(cables),
      pathNs,
      ...bulkFigures(cables),
      fullestMm2,
      ...airFigures(design, analysis, ground.devices),
    },
    slowestPath,
    fullestPlace,
    findings: openBySeverity(sources, design.waivers.values()),
  };
  return { column, analysis };
}

/** An analysis that was made before, with its findings as they are counted. */
function analysed(analysis: Analysis): Pick<Analyser, 'analysis' | 'sources' | 'fullest'> {
  const sources = analysis.findings.map((finding) => ({ ...finding, finding }));
  return { analysis, sources, fullest: analysis.pathways.reduce(fullerOf, null) };
}
