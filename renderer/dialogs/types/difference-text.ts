/** The parts of a difference between two types in words. */
import { speedText } from '../../../shared/library/port-groups.ts';
import type {
  FaceDifference,
  FactField,
  PlainField,
  TypeDifference,
} from '../../../shared/library/type-difference.ts';
import type { Port } from '../../../shared/model/device-type.ts';
import type { Known } from '../../../shared/model/fact.ts';
import { hasMessage, say } from '../../../shared/text/index.ts';
import { amountText, powerText } from '../../panels/parts/number-text.ts';

const UNITS: Readonly<Record<FactField, string>> = {
  depthMm: 'mm',
  weightKg: 'kg',
  powerTypicalW: 'W',
  powerMaxW: 'W',
  supplies: '',
  suppliesNeeded: '',
  airflow: '',
  airflowCfm: 'CFM',
  fanPercent: '%',
  criticalPa: 'Pa',
  inletMinC: '°C',
  inletMaxC: '°C',
  noiseDb: 'dB(A)',
  packing: '',
  standoffMm: 'mm',
  wantedGbps: 'Gb/s',
  hopNs: 'ns',
  pathwayMm2: 'mm²',
};

export function factValueText(fact: FactField, known: Known<number | string>): string {
  const value = known?.value ?? null;
  if (typeof value === 'string') return say(`panels.airflow.${value}`);
  return UNITS[fact] === 'W' ? powerText(value) : amountText(value, UNITS[fact]);
}

export function fieldValueText(field: PlainField, value: string | number): string {
  if (field === 'heightU') return say('panels.heightShort', { units: value });
  if (value === '') return say('library.none');
  for (const key of [
    `panels.category.${value}`,
    `panels.width.${value}`,
    `library.value.${value}`,
  ]) {
    if (WORDED.has(field) && hasMessage(key)) return say(key);
  }
  return String(value);
}

/** Fields whose values are words of the model and not of a person. */
const WORDED: ReadonlySet<PlainField> = new Set(['category', 'width', 'depthUse', 'lodging']);

/** One line a port that goes, comes or is another; long lists are cut. */
export interface PortLine {
  readonly key: string;
  readonly what: 'removed' | 'added' | 'renamed' | 'changed';
  readonly text: string;
}

export function portLines({ ports }: TypeDifference): readonly PortLine[] {
  return [
    ...ports.removed.map((port) => portLine('removed', port, portText(port))),
    ...ports.added.map((port) => portLine('added', port, portText(port))),
    ...ports.renamed.map(([was, is]) =>
      portLine('renamed', is, say('library.difference.becomes', { from: was.name, to: is.name })),
    ),
    ...ports.changed.map(([was, is]) => portLine('changed', is, changedText(was, is))),
  ];
}

function portLine(what: PortLine['what'], { id }: Port, text: string): PortLine {
  return { key: `${what} ${id}`, what, text };
}

/** `swp1 · 400G` */
function portText({ name, speedGbps, kind }: Port): string {
  const what = speedGbps === null ? say(`panels.portKind.${kind}`) : speedText(speedGbps);
  return `${name} · ${what}`;
}

function changedText(was: Port, is: Port): string {
  if (was.speedGbps === is.speedGbps) return say('library.difference.otherwise', { name: is.name });
  const speed = (gbps: number | null): string =>
    gbps === null ? say('panels.unknown') : speedText(gbps);
  const change = { from: speed(was.speedGbps), to: speed(is.speedGbps) };
  return `${is.name}: ${say('library.difference.becomes', change)}`;
}

/** `Front: 2 cages added, 1 moved or changed` */
export function faceText({ face, part, added, removed, changed }: FaceDifference): string {
  const counts = [
    ...(added > 0 ? [say('library.difference.partsAdded', { count: added })] : []),
    ...(removed > 0 ? [say('library.difference.partsRemoved', { count: removed })] : []),
    ...(changed > 0 ? [say('library.difference.partsChanged', { count: changed })] : []),
  ].join(', ');
  const where = face === null ? '' : `${say(`panels.face.${face}`)} · `;
  return `${where}${say(`library.part.${part}`)}: ${counts}`;
}
