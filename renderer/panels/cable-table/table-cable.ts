/** A cable as the table shows it: its record, what the analysis says of it, and the worst that is found. */
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Analysis, CableRow, Severity } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import { endLabels } from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { portAt } from '../../../shared/rules/port-lookup.ts';
import { endPlace } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';

export interface TableCable {
  readonly cable: Cable;
  /** Null until the analysis has seen it. */
  readonly row: CableRow | null;
  /** The gravest open finding that names it. */
  readonly worst: Severity | null;
}

/** Every cable of the design, in the design's order. */
export function tableCables(design: Design, analysis: Analysis | null): readonly TableCable[] {
  const rows = new Map(analysis?.cables.map((row) => [row.id, row]));
  const worst = worstOf(analysis);
  return Array.from(design.cables.values(), (cable) => ({
    cable,
    row: rows.get(cable.id) ?? null,
    worst: worst.get(cable.id) ?? null,
  }));
}

function worstOf(analysis: Analysis | null): ReadonlyMap<CableId, Severity> {
  const worst = new Map<CableId, Severity>();
  for (const finding of analysis?.findings ?? []) {
    if (!isOpen(finding)) continue;
    for (const { kind, id } of finding.subjects) {
      if (kind !== 'cable') continue;
      const known = worst.get(id);
      worst.set(id, known === undefined ? finding.severity : graver(finding.severity, known));
    }
  }
  return worst;
}

/** The graver of two severities; they stand gravest first. */
function graver(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** What a column of an end may say. */
export type EndFact = 'rack' | 'unit' | 'device' | 'port' | 'connector' | 'label';

/** A fact of an end of a cable; where it ends in several places, each once, in their order. */
export function endFact(design: Design, cable: Cable, side: 'a' | 'b', fact: EndFact): string {
  if (fact === 'label') return endLabels(design, cable)[side].join(', ');
  const facts = cable.ends[side].map((ref) => factAt(design, ref, fact));
  return [...new Set(facts.filter((each) => each !== ''))].join(', ');
}

function factAt(design: Design, ref: PortRef, fact: Exclude<EndFact, 'label'>): string {
  return fact === 'connector' ? connectorAt(design, ref) : endPlace(design, ref)[fact];
}

function connectorAt(design: Design, ref: PortRef): string {
  const cage = portAt(design, ref)?.cage;
  return cage ? say(`panels.formFactor.${cage.formFactor}`) : '';
}
