/** Cables: those of one link as rows of NetBox's table, those of several as bodies for its REST interface. */
import type { Design } from '../../../model/design.ts';
import { portKey } from '../../../model/design-index.ts';
import type { MediumId } from '../../../model/medium.ts';
import type { Cable, PortRef, Waypoint } from '../../../model/records.ts';
import { keptOf } from '../../site/kept.ts';
import type { NetboxRow } from './columns.ts';
import { decimal, notesRow } from './numbers.ts';
import { mayJoin, type Termination, terminationOf } from './terminations.ts';

/** What is written of a twisted pair of which nobody stated a category. */
export const USUAL_CATEGORY = 'cat6a';

/** NetBox knows no cable with a redriver or a retimer, and no linear or co-packaged optics. */
const TYPES: Readonly<Record<MediumId, string>> = {
  dac: 'dac-passive',
  acc: 'dac-active',
  aec: 'dac-active',
  aoc: 'aoc',
  mmf: 'mmf',
  smf: 'smf',
  lpo: 'smf',
  cpo: 'smf',
  'base-t': USUAL_CATEGORY,
  power: 'power',
};

/** The media that a type of NetBox may stand for: what was kept holds as long as it is of the same medium. */
function isTypeOf(type: string, medium: MediumId): boolean {
  const usual = TYPES[medium];
  if (medium === 'base-t') return type.startsWith('cat');
  if (usual === 'mmf' || usual === 'smf') return type === usual || type.startsWith(`${usual}-`);
  return type === usual;
}

/** Why a cable is in neither the table nor the bodies. */
export type LeftOut = 'no-such-end' | 'no-such-pair' | 'no-name';

/** What the table does not say of a cable in it. */
export interface CableDetail {
  readonly label: string;
  /** Its two ends, as the table has them. */
  readonly a: NamedEnd;
  readonly b: NamedEnd;
  readonly medium?: MediumId;
  readonly awg?: number;
  readonly part_number?: string;
  readonly fabric?: string;
  readonly rail?: number;
  readonly bundle?: string;
  readonly side?: string;
  readonly waypoints?: readonly (Omit<Waypoint, 'rackId'> & { readonly rack: string })[];
}

/** A cable for `POST /api/dcim/cables/`, with names where it wants the ids of components. */
export interface CableBody {
  readonly type: string;
  readonly a_terminations: readonly NamedEnd[];
  readonly b_terminations: readonly NamedEnd[];
  readonly status: string;
  readonly profile?: string;
  readonly label: string;
  readonly color: string;
  readonly length: number | null;
  readonly length_unit: string | null;
  readonly description?: string;
  readonly comments?: string;
  /** Which links the ends make: a pair of places in the two lists for each. */
  readonly links: readonly (readonly [a: number, b: number])[];
  /** Present where the design has the sides the other way round. */
  readonly turned?: true;
  readonly details: Omit<CableDetail, 'label' | 'a' | 'b'>;
}

interface NamedEnd {
  readonly object_type: string;
  readonly site: string;
  readonly device: string;
  readonly name: string;
}

export interface NetboxCables {
  readonly rows: readonly NetboxRow[];
  readonly details: readonly CableDetail[];
  readonly bodies: readonly CableBody[];
  readonly leftOut: readonly { readonly cable: string; readonly why: LeftOut }[];
  /** Cables without an entered length: an estimate is not written as if it were one. */
  readonly estimated: number;
  /** Cables of twisted pair of which nobody said the category. */
  readonly uncategorised: number;
}

export function cableRows(design: Design): NetboxCables {
  const rows: NetboxRow[] = [];
  const details: CableDetail[] = [];
  const bodies: CableBody[] = [];
  const leftOut: { cable: string; why: LeftOut }[] = [];
  let estimated = 0;
  let uncategorised = 0;
  for (const cable of design.cables.values()) {
    const ends = endsOf(design, cable);
    if (typeof ends === 'string') {
      leftOut.push({ cable: cable.label === '' ? cable.id : cable.label, why: ends });
      continue;
    }
    if (cable.lengthM === null) estimated += 1;
    if (cable.medium === 'base-t' && !saysType(cable)) uncategorised += 1;
    const [a, b] = [ends.a[0], ends.b[0]];
    if (ends.links.length === 1 && a && b) {
      rows.push(cableRow(cable, a, b));
      const detail = detailOf(design, cable);
      if (Object.keys(detail).length > 0) {
        details.push({
          label: cable.label,
          a: named(a),
          b: named(b),
          ...detail,
        });
      }
    } else bodies.push(bodyOf(design, cable, ends));
  }
  return { rows, details, bodies, leftOut, estimated, uncategorised };
}

/** The ends of a cable, each port once, and which links they make. */
interface Ends {
  readonly a: readonly Termination[];
  readonly b: readonly Termination[];
  readonly links: readonly (readonly [number, number])[];
}

function endsOf(design: Design, { ends }: Cable): Ends | LeftOut {
  const [a, b] = [once(ends.a), once(ends.b)];
  const from = a.refs.flatMap((ref) => terminationOf(design, ref) ?? []);
  const to = b.refs.flatMap((ref) => terminationOf(design, ref) ?? []);
  if (from.length < a.refs.length || to.length < b.refs.length) return 'no-such-end';
  if (!ends.a.every((ref, n) => mayJoin(design, ref, ends.b[n] ?? ref))) return 'no-such-pair';
  if ([...from, ...to].some(({ device }) => device === '')) return 'no-name';
  return { a: from, b: to, links: a.places.map((place, n) => [place, b.places[n] ?? 0]) };
}

function once(refs: readonly PortRef[]): { refs: readonly PortRef[]; places: readonly number[] } {
  const places = new Map<string, number>();
  const kept: PortRef[] = [];
  for (const ref of refs) {
    const key = portKey(ref);
    if (places.has(key)) continue;
    places.set(key, kept.length);
    kept.push(ref);
  }
  return { refs: kept, places: refs.map((ref) => places.get(portKey(ref)) ?? 0) };
}

function cableRow(cable: Cable, a: Termination, b: Termination): NetboxRow {
  const length = cable.lengthM === null ? '' : decimal(cable.lengthM, 2);
  const kept = keptOf(cable.extra, 'netbox');
  return {
    ...kept,
    ...sideOf('a', a),
    ...sideOf('b', b),
    type: typeOf(cable),
    status: cable.status,
    bundle: cable.bundle,
    label: cable.label,
    color: cable.colour?.replace('#', '') ?? '',
    length,
    length_unit: length === '' ? '' : 'm',
    ...notesRow(cable.notes, kept),
  };
}

function sideOf(side: 'a' | 'b', { site, device, type, name }: Termination): NetboxRow {
  return {
    [`side_${side}_site`]: site,
    [`side_${side}_device`]: device,
    [`side_${side}_type`]: type,
    [`side_${side}_name`]: name,
  };
}

function typeOf(cable: Cable): string {
  return saysType(cable) ?? TYPES[cable.medium];
}

/** The type that the cable came with, as long as it is still of its medium. */
function saysType({ medium, extra }: Cable): string | null {
  const kept = keptOf(extra, 'netbox')['type'];
  return kept !== undefined && isTypeOf(kept, medium) ? kept : null;
}

function bodyOf(design: Design, cable: Cable, ends: Ends): CableBody {
  const kept = keptOf(cable.extra, 'netbox');
  // The side with one end comes first: NetBox's profiles split from A to B.
  const turned = ends.b.length === 1 && ends.a.length > 1;
  const [a, b] = turned ? [ends.b, ends.a] : [ends.a, ends.b];
  const profile = profileOf(a.length, b.length);
  return {
    type: typeOf(cable),
    a_terminations: a.map(named),
    b_terminations: b.map(named),
    status: cable.status,
    ...(profile === null ? {} : { profile }),
    label: cable.label,
    color: cable.colour?.replace('#', '') ?? '',
    length: cable.lengthM === null ? null : Number(decimal(cable.lengthM, 2)),
    length_unit: cable.lengthM === null ? null : 'm',
    ...notesRow(cable.notes, kept),
    links: ends.links.map(([from, to]) => (turned ? [to, from] : [from, to])),
    ...(turned ? { turned } : {}),
    details: detailOf(design, cable),
  };
}

function named({ site, device, type, name }: Termination): NamedEnd {
  return { object_type: type, site, device, name };
}

/** NetBox's name for so many ends; null where it has none. */
function profileOf(a: number, b: number): string | null {
  if (a === 1 && [2, 4, 6, 8].includes(b)) return `breakout-1c${b}p-${b}c1p`;
  if (a === b && [2, 4].includes(a)) return `trunk-${a}c1p`;
  return null;
}

function detailOf(design: Design, cable: Cable): CableBody['details'] {
  const { medium, awg, part, fabric, rail, bundle, side, waypoints } = cable;
  const unsaid = ['acc', 'aec', 'lpo', 'cpo'].includes(medium);
  return {
    ...(unsaid ? { medium } : {}),
    ...(awg === null ? {} : { awg }),
    ...(part === '' ? {} : { part_number: part }),
    ...(fabric === '' ? {} : { fabric }),
    ...(rail === null ? {} : { rail }),
    ...(bundle === '' ? {} : { bundle }),
    ...(side === 'auto' ? {} : { side }),
    ...(waypoints.length === 0
      ? {}
      : {
          waypoints: waypoints.map(({ rackId, face, xMm, yMm }) => ({
            rack: design.racks.get(rackId)?.name ?? '',
            face,
            xMm,
            yMm,
          })),
        }),
  };
}
