/** The whole plan of an import: types, racks, devices, cables, in the order in which each needs the one before. */
import type { Design } from '../model/design.ts';
import type { IdSource } from '../model/ids.ts';
import { say } from '../text/index.ts';
import { DeviceBook } from './device-book.ts';
import { candidatesOf, resolveTypes } from './device-types.ts';
import { Draft } from './draft.ts';
import { linkRows, noteUses } from './expand-cables.ts';
import { joinedRows } from './join-beside.ts';
import type { ImportPlan } from './plan.ts';
import { planCables } from './plan-cables.ts';
import { planDevices } from './plan-devices.ts';
import { type FoundSource, planFound } from './plan-found.ts';
import { planRacks } from './plan-racks.ts';
import { TypeBook } from './plan-types.ts';
import { RackBook } from './rack-book.ts';
import type { SourceRows } from './source-rows.ts';

/**
 * Works out what the files mean for a design. The order of the files does not matter: racks come before devices and
 * devices before cables, wherever they stand. Nothing is changed.
 * @param ids ids for what is made
 * @param found what discovery files found
 * @param tell hears how much of it is done, 0..1
 */
export function planImport(
  design: Design,
  sources: readonly SourceRows[],
  ids: IdSource,
  found: readonly FoundSource[] = [],
  tell: (share: number) => void = () => undefined,
): ImportPlan {
  const draft = new Draft(design, ids);
  for (const { file, rows } of sources) {
    for (const fault of rows.faults) draft.readFault(file, fault);
    for (const warning of rows.warnings) draft.warnings.push({ file, ...warning });
  }
  const types = new TypeBook(draft);
  types.bring(sources);
  const racks = new RackBook(design);
  const rows = joinedRows(draft, sources);
  planRacks(draft, racks, rows.racks);
  tell(0.05);
  const devices = new DeviceBook(draft);
  for (const row of rows.devices) devices.addRow(row);
  const hcaNames = new Map(sources.flatMap(({ rows }) => [...rows.hcaNames]));
  if (!rows.cables.some(({ row }) => row.a.hca !== null || row.b.hca !== null)) {
    warnAdapters(draft, sources);
  }
  const links = linkRows(rows.cables, devices, hcaNames, (entry, name) => {
    const known = entry.type ? [entry.type] : candidatesOf(entry, types);
    return known.some(({ ports }) => ports.some((port) => port.name === name));
  });
  tell(0.2);
  noteUses(links);
  resolveTypes(devices.entries(), types);
  tell(0.25);
  planDevices(draft, devices, racks);
  tell(0.4);
  planCables(draft, draft.after(), links, (share) => tell(0.4 + 0.6 * share));
  planFound(draft, found);
  tell(1);
  return draft.plan();
}

/** Names of adapters without a row that counts them. */
function warnAdapters(draft: Draft, sources: readonly SourceRows[]): void {
  for (const { file, rows } of sources) {
    const count = rows.hcaNames.size;
    if (count === 0) continue;
    const message = say('import.warning.adapters-alone', { count });
    draft.warnings.push({ file, code: 'adapters-alone', path: '', message });
  }
}
