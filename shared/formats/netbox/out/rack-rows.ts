/** Racks as rows of NetBox's table. */
import type { Design } from '../../../model/design.ts';
import { orderedRacks } from '../../../model/design-index.ts';
import type { Rack, RackFrame } from '../../../model/records.ts';
import { keptOf } from '../../site/kept.ts';
import type { NetboxRow } from './columns.ts';
import { decimal, notesRow, whole } from './numbers.ts';

/** Form factor and inner width, inches, of each frame. */
const FRAMES: Readonly<Record<RackFrame, readonly [formFactor: string, width: string]>> = {
  cabinet: ['4-post-cabinet', '19'],
  'four-post': ['4-post-frame', '19'],
  orv3: ['4-post-frame', '21'],
};
/** Form factors that a frame may have had before: what was kept holds as long as it is of the same frame. */
const CABINETS = new Set(['4-post-cabinet', 'wall-cabinet', 'wall-cabinet-vertical']);

/** The racks, row by row. */
export function rackRows(design: Design): readonly NetboxRow[] {
  return orderedRacks(design).map((rack) => rackRow(design, rack));
}

function rackRow(design: Design, rack: Rack): NetboxRow {
  const kept = keptOf(rack.extra, 'netbox');
  const unit = kept['weight_unit'] ?? 'kg';
  return {
    ...kept,
    site: siteOf(design, rack),
    location: locationOf(design, rack),
    name: rack.name,
    status: kept['status'] ?? 'planned',
    ...frameOf(rack, kept),
    u_height: String(rack.heightU),
    desc_units: isFromTop(rack) ? 'true' : '',
    outer_width: whole(rack.widthMm),
    outer_depth: whole(rack.depthMm),
    outer_unit: 'mm',
    max_weight: rack.maxWeightKg === null ? '' : whole(rack.maxWeightKg / kgPer(unit)),
    weight_unit: rack.maxWeightKg === null && kept['weight'] === undefined ? '' : unit,
    ...notesRow(rack.notes, kept),
  };
}

/** The site that a rack's things are of: what NetBox called it, else the design's name, which must exist there. */
export function siteOf({ settings }: Design, rack: Rack | undefined): string {
  return keptOf(rack?.extra ?? '', 'netbox')['site'] ?? settings.name;
}

/** What stands for the rack's row in NetBox. */
export function locationOf({ rows }: Design, rack: Rack | undefined): string {
  const kept = keptOf(rack?.extra ?? '', 'netbox')['location'];
  return kept ?? rows.get(rack?.rowId ?? '')?.name ?? '';
}

/** Whether NetBox counts the rack's units from the top; Plenum never does. */
export function isFromTop(rack: Rack | undefined): boolean {
  return keptOf(rack?.extra ?? '', 'netbox')['desc_units']?.toLowerCase() === 'true';
}

function frameOf({ frame }: Rack, kept: NetboxRow): NetboxRow {
  const [formFactor, width] = FRAMES[frame];
  const [keptForm, keptWidth] = [kept['form_factor'], kept['width']];
  const same = keptForm !== undefined && CABINETS.has(keptForm) === (frame === 'cabinet');
  const narrow = frame !== 'orv3' && keptWidth !== undefined && keptWidth !== '21';
  return {
    form_factor: same ? keptForm : formFactor,
    width: narrow ? keptWidth : width,
  };
}

const KG_PER: ReadonlyMap<string, number> = new Map([
  ['g', 0.001],
  ['kg', 1],
  ['oz', 0.028349523125],
  ['lb', 0.45359237],
]);

function kgPer(unit: string): number {
  return KG_PER.get(unit) ?? 1;
}

/** Lowest-numbered unit that a device takes, as its rack counts; empty where the unit means nothing there. */
export function positionOf(rack: Rack | undefined, u: number, heightU: number): string {
  if (!rack) return '';
  return decimal(isFromTop(rack) ? rack.heightU + 2 - u - heightU : u, 1);
}
