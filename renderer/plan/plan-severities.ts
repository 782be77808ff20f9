/** The worst that was found about each rack and what stands in it, for its outline in the plan. */
import { SEVERITIES } from '../../shared/analysis/summary.ts';
import type { Analysis, Severity } from '../../shared/analysis/types.ts';
import { isOpen } from '../../shared/analysis/waiver.ts';
import { floorConflicts, isForbidden } from '../../shared/floor/conflicts.ts';
import type { Design } from '../../shared/model/design.ts';
import type { RackId } from '../../shared/model/ids.ts';

/** Where racks stand comes first; then errors and warnings of the analysis. Notes draw no outline. */
export function planSeverities(
  design: Design,
  analysis: Analysis | null,
): ReadonlyMap<RackId, Severity> {
  const worst = new Map<RackId, Severity>();
  const add = (rackId: RackId | undefined, severity: Severity): void => {
    if (rackId === undefined || severity === 'note') return;
    const known = worst.get(rackId);
    if (!known || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(known)) {
      worst.set(rackId, severity);
    }
  };
  for (const [rackId, conflicts] of floorConflicts(design)) {
    for (const conflict of conflicts) add(rackId, isForbidden(conflict) ? 'error' : 'warning');
  }
  for (const finding of analysis?.findings ?? []) {
    if (!isOpen(finding)) continue;
    const { severity, subjects } = finding;
    const [first] = subjects;
    if (first?.kind === 'rack') add(first.id, severity);
    if (first?.kind === 'device') add(design.devices.get(first.id)?.rackId, severity);
  }
  return worst;
}
