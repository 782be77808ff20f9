/** The bays of a NetBox type: places for modules (supplies, line cards) and for child devices (blades). */
import type { Bay } from '../../model/device-type.ts';
import { FormatError, type YamlValue } from '../yaml-door.ts';
import { FieldReader } from './field-reader.ts';
import type { ImportReport } from './import-report.ts';
import { BAY_LISTS, DEVICE_BAY_FIELDS, MODULE_BAY_FIELDS } from './netbox-fields.ts';
import { readEntries, reportDuplicates } from './port-list.ts';

/** What a design's type may have at most. */
const MAX_BAYS = 1024;

/** A bay with what its entry held beyond a bay's own fields. */
export interface ListedBay {
  readonly bay: Bay;
  readonly rest: Map<string, YamlValue>;
}

/**
 * Reads both lists, module bays first; no bay has a place on a face, because NetBox knows none.
 * @throws FormatError when there are more bays than a type can have, or a name is endless
 */
export function readBayLists(type: FieldReader, report: ImportReport): readonly ListedBay[] {
  const listed: ListedBay[] = [];
  for (const [list, kind] of BAY_LISTS) {
    const names = kind === 'module' ? MODULE_BAY_FIELDS : DEVICE_BAY_FIELDS;
    const before = listed.length;
    for (const entry of readEntries(type, list)) {
      if (listed.length === MAX_BAYS) throw new FormatError('too-many-bays', { limit: MAX_BAYS });
      const fields = new FieldReader(entry.map, entry.path, names, report);
      const bay: Bay = {
        id: `b${listed.length + 1}`,
        name: fields.name('name'),
        kind,
        position: kind === 'module' ? fields.name('position') : '',
        label: fields.name('label'),
        area: null,
      };
      if (bay.name === '') fields.warn('no-name', '');
      listed.push({ bay, rest: fields.rest() });
    }
    const twins = listed.slice(before).map(({ bay }) => bay.name);
    reportDuplicates(twins, list, report);
  }
  return listed;
}
