/**
 * Point-to-point cable lists: Plenum's own, those of NVIDIA's cable validation in all its versions, and what else
 * names a device and a port for both ends.
 */
import type { MediumId } from '../../model/medium.ts';
import type { TableFormat } from '../format.ts';
import { type CableRow, type EndRow, noRows, type RowFault } from '../site/rows.ts';
import { isDay, rackSpot, unitOf } from '../site/spots.ts';
import {
  colourOf,
  connectorOf,
  faceOf,
  mediumOf,
  quantityOf,
  roleOf,
  statusOf,
} from '../site/words.ts';
import { RowCells } from '../table/row-cells.ts';
import { p2pColumns } from './p2p-columns.ts';

export const P2P_SHEET: TableFormat = {
  kind: 'p2p',
  recognises: (sheet) => p2pColumns(sheet) !== null,
  read: (sheet) => {
    const found = p2pColumns(sheet);
    const faults: RowFault[] = [];
    if (!found) return { gives: 'rows', rows: noRows('p2p') };
    const cables = sheet.rows.slice(found.headRows).flatMap((row) => {
      if (row.cells.every((cell) => cell.trim() === '') || isRemark(row.cells)) return [];
      return cableRow(new RowCells(sheet, row, found.columns, faults)) ?? [];
    });
    return { gives: 'rows', rows: { ...noRows('p2p'), cables, faults } };
  },
};

/** A line that is commented out. */
function isRemark(cells: readonly string[]): boolean {
  return (
    (cells[0] ?? '').trim().startsWith('#') &&
    cells.filter((cell) => cell.trim() !== '').length === 1
  );
}

/** Links inside a rack's backplane: they are no cables. */
const NVLINK = 'nvlink';

const OWN_LABELS = ['other a label_a', 'other b label_b'] as const;

const LONGEST_MM = 100_000_000;

function cableRow(row: RowCells): CableRow | null {
  const protocol = row.peek('protocol').toLowerCase();
  if (protocol === NVLINK) return row.refuse('protocol', 'nvlink');
  const [a, b] = [endRow(row, 'a'), endRow(row, 'b')];
  if (!a || !b) return null;
  const word = row.peek('medium');
  const medium = row.word('medium', mediumOf, 'unknown-medium');
  // What Plenum estimated and wrote is no length that anybody entered.
  const isEstimate = row.peek('length-source').toLowerCase() === 'estimated';
  // Plenum's own list prints the labels that the design's template makes: they are not the list's to say.
  if (row.has('length-source')) for (const name of OWN_LABELS) row.drop(name);
  row.drop('length-source');
  const lengthMm = row.length('length', 'length-unit', 'm', LONGEST_MM);
  const read = {
    place: row.place,
    label: row.name('label'),
    link: row.name('link'),
    cableKey: '',
    a,
    b,
    media: medium === null ? [] : [medium],
    awg: row.number('awg', 10, 40),
    lengthM: lengthMm === null || isEstimate ? null : lengthMm / 1000,
    colour: row.word('colour', colourOf, 'unknown-colour'),
    speedGbps: speedOf(row),
    fabric: row.name('fabric'),
    rail: row.number('rail', 0, 1024),
    status: row.word('status', statusOf, 'unknown-status'),
    part: row.name('part'),
    bundle: row.name('bundle'),
    side: null,
    waypoints: [],
    notes: row.note('notes'),
  };
  const kept = row.kept();
  return { ...read, kept: saysMore(word, medium) ? { ...kept, medium: word } : kept };
}

/** Whether the word says more than the medium it was taken for: `MMF-OM4`. */
function saysMore(word: string, medium: MediumId | null): boolean {
  return medium !== null && word.toLowerCase() !== medium && word.toLowerCase() !== 'dac-passive';
}

/** `400`, `400G`, `1.6T`. */
function speedOf(row: RowCells): number | null {
  const gbps = (text: string): number | null => {
    const quantity = quantityOf(text.replace(/[/ ]/g, ''));
    if (!quantity || quantity.value < 0) return null;
    if (/^(|g|gb|gbe|gbs|gbps|gbits)$/.test(quantity.unit)) return quantity.value;
    if (/^(t|tb|tbe|tbs|tbps)$/.test(quantity.unit)) return quantity.value * 1000;
    return /^(m|mb|mbs|mbps)$/.test(quantity.unit) ? quantity.value / 1000 : null;
  };
  return row.word('speed', gbps, 'unknown-speed');
}

function endRow(row: RowCells, side: 'a' | 'b'): EndRow | null {
  const column = (name: string): string => `${side}.${name}`;
  const device = row.name(column('device'));
  if (device === '') return row.refuse(column('device'), 'no-device');
  const written = row.name(column('port'));
  if (written === '') return row.refuse(column('port'), 'no-port');
  if (isDay(written)) return row.refuse(column('port'), 'port-is-day');
  const role = roleOf(row.peek(column('type')));
  row.drop(column('type'));
  const hasUnit = row.has(column('u'));
  const rackText = row.name(column('rack')) || row.name(column('place'));
  const spot = rackSpot(rackText, hasUnit);
  const u = row.word(column('u'), unitOf, 'unknown-unit-place') ?? spot.u;
  const hca = hcaOf(written, row, side, role);
  return {
    device,
    deviceName: device,
    port: written,
    hca,
    kind: null,
    connector: connectorIn(row, column('connector')),
    role: role || roleByPort(written, hca),
    row: row.name(column('row')),
    rack: spot.rack,
    u,
    face: row.word(column('face'), faceOf, 'unknown-face'),
  };
}

/** Lists of optical shuffles number the connectors: that is no form factor, and is kept. */
function connectorIn(row: RowCells, column: string): EndRow['connector'] {
  return /^\d+$/.test(row.peek(column)) ? null : row.word(column, connectorOf, 'unknown-connector');
}

/** InfiniBand lists of NVIDIA number the adapters of a host where Ethernet lists name a port. */
function hcaOf(port: string, row: RowCells, side: 'a' | 'b', role: EndRow['role']): number | null {
  const heading = row.heading(`${side}.port`).toLowerCase();
  const isHca = heading.includes('hca') && role !== 'switch';
  return isHca && /^\d{1,3}$/.test(port) && Number(port) > 0 ? Number(port) : null;
}

function roleByPort(port: string, hca: number | null): EndRow['role'] {
  if (hca !== null || /^(mlx|rail|nic|hca|ens|enp|eth|ib|osfp|nvl)/i.test(port)) return 'host';
  return /^(swp?\d|ethernet\d|\d+(\/\d+)*$)/i.test(port) ? 'switch' : '';
}
