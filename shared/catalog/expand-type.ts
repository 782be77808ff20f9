/** From a data file's entry to a device type: groups become cages and ports, rules fill what they may. */
import type {
  Bay,
  Cage,
  DeviceCategory,
  DeviceType,
  FaceShape,
  Port,
  PortMapping,
} from '../model/device-type.ts';
import type { Known } from '../model/fact.ts';
import type { Face } from '../model/records.ts';
import { say } from '../text/index.ts';
import { roundMm } from '../units/length.ts';
import { formFactorFacts } from './form-factors.ts';
import { factFrom, sourceText } from './sources.ts';
import type {
  BayEntry,
  CageGroupEntry,
  FaceEntry,
  GridEntry,
  PartEntry,
  PortEntry,
  TypeEntry,
} from './type-entry.ts';

/** Flow that a device of unknown flow is taken to move, CFM per kW of its maximum power (source `CFM`). */
const ASSUMED_CFM_PER_KW = 110;
/** Pressure at which the flow stops, where nobody published it, Pa (physics.md, section 4.2; source `PA`). */
const ASSUMED_CRITICAL_PA = { oneU: 250, taller: 200 };

interface DrawnFace {
  readonly cages: readonly Cage[];
  readonly ports: readonly Port[];
  readonly shapes: readonly FaceShape[];
  readonly bays: readonly Bay[];
}

/**
 * The device type of an entry. Its faces are drawn from form-factor sizes: positions are assumed, counts are
 * not, and the description says so.
 * @throws RangeError when a source or a form factor's size is not in the catalogue
 */
export function expandType(entry: TypeEntry): DeviceType {
  const front = drawFace(entry.front, 'front');
  const rear = drawFace(entry.rear, 'rear');
  return {
    kind: 'deviceType',
    id: `catalog:${entry.id}`,
    manufacturer: entry.manufacturer,
    model: entry.model,
    slug: entry.id,
    partNumber: entry.partNumber ?? '',
    category: entry.category,
    heightU: entry.heightU,
    width: entry.width ?? 'full',
    depthUse: entry.depthUse ?? 'full',
    lodging: entry.lodging ?? 'rack',
    faceMm: entry.faceMm ?? null,
    ...knownFacts(entry),
    cages: [...front.cages, ...rear.cages],
    ports: [...front.ports, ...rear.ports],
    portMappings: straightThrough([...front.ports, ...rear.ports]),
    shapes: [...front.shapes, ...rear.shapes],
    bays: [...front.bays, ...rear.bays],
    backdrops: [],
    description: `${entry.description} ${say('catalog.faceAssumed')}`,
    origin: 'catalog',
    extra: '',
  };
}

/** A panel's front port leads to the rear port of the same number: groups `front` and `rear`, one strand each. */
function straightThrough(ports: readonly Port[]): PortMapping[] {
  const ids = new Set(ports.map((port) => port.id));
  return ports
    .filter((port) => port.kind === 'front')
    .map((port) => ({ front: port.id, rear: port.id.replace(/^front-/, 'rear-') }))
    .filter(({ front, rear }) => rear !== front && ids.has(rear))
    .map(({ front, rear }) => ({
      frontPortId: front,
      frontPosition: 1,
      rearPortId: rear,
      rearPosition: 1,
    }));
}

type TypeFacts = Pick<
  DeviceType,
  | 'depthMm'
  | 'weightKg'
  | 'powerTypicalW'
  | 'powerMaxW'
  | 'airflow'
  | 'supplies'
  | 'suppliesNeeded'
  | 'airflowCfm'
  | 'fanPercent'
  | 'criticalPa'
  | 'inletMinC'
  | 'inletMaxC'
  | 'noiseDb'
  | 'packing'
  | 'standoffMm'
  | 'wantedGbps'
  | 'hopNs'
  | 'pathwayMm2'
>;

function knownFacts(entry: TypeEntry): TypeFacts {
  const { facts } = entry;
  const idle = drawsNothing(entry) ? NO_POWER : null;
  const powerMaxW = factFrom(facts.powerMaxW) ?? idle;
  const airflow = factFrom(facts.airflow);
  const blows = airflow !== null && airflow.value !== 'passive';
  return {
    depthMm: factFrom(facts.depthMm),
    weightKg: factFrom(facts.weightKg),
    powerTypicalW: factFrom(facts.powerTypicalW) ?? idle,
    powerMaxW,
    airflow,
    airflowCfm: factFrom(facts.airflowCfm) ?? (blows ? flowByPower(powerMaxW) : null),
    supplies: factFrom(facts.supplies),
    suppliesNeeded: factFrom(facts.suppliesNeeded),
    fanPercent: factFrom(facts.fanPercent),
    criticalPa: factFrom(facts.criticalPa) ?? (blows ? pressureByClass(entry.heightU) : null),
    inletMinC: factFrom(facts.inletMinC),
    inletMaxC: factFrom(facts.inletMaxC),
    noiseDb: factFrom(facts.noiseDb),
    packing: factFrom(facts.packing),
    standoffMm: factFrom(facts.standoffMm),
    wantedGbps: factFrom(facts.wantedGbps),
    hopNs: factFrom(facts.hopNs),
    pathwayMm2: factFrom(facts.pathwayMm2),
  };
}

const PASSIVE: readonly DeviceCategory[] = ['patch-panel', 'cable-manager', 'blank', 'shelf'];

/** What by its kind has nothing inside that could draw power. */
function drawsNothing(entry: TypeEntry): boolean {
  return PASSIVE.includes(entry.category);
}

const NO_POWER: Known = {
  value: 0,
  provenance: 'derived',
  source: 'Passive by its kind: nothing in it draws power',
};

function flowByPower(powerMaxW: Known): Known {
  if (powerMaxW === null) return null;
  return {
    value: Math.round((powerMaxW.value / 1000) * ASSUMED_CFM_PER_KW),
    provenance: 'assumed',
    source: sourceText('CFM'),
  };
}

function pressureByClass(heightU: number): Known {
  return {
    value: heightU <= 1 ? ASSUMED_CRITICAL_PA.oneU : ASSUMED_CRITICAL_PA.taller,
    provenance: 'assumed',
    source: sourceText('PA'),
  };
}

function drawFace(entry: FaceEntry | undefined, face: Face): DrawnFace {
  const cages: Cage[] = [];
  const ports: Port[] = [];
  for (const group of entry?.cages ?? []) {
    for (const { cage, number, index } of cagesOf(group, face)) {
      cages.push(cage);
      const firstPort = (group.portFirst ?? group.first ?? 1) + index * group.ports.length;
      for (const [k, port] of group.ports.entries()) {
        ports.push(portOfCage(port, cage.id, k, number, firstPort + k));
      }
    }
  }
  return {
    cages,
    ports,
    shapes: (entry?.parts ?? []).flatMap((part, place) => shapesOf(part, face, place + 1)),
    bays: (entry?.bays ?? []).flatMap((bay) => baysOf(bay, face)),
  };
}

interface NumberedCage {
  readonly cage: Cage;
  /** The number it bears, and its place in the group from 0. */
  readonly number: number;
  readonly index: number;
}

function cagesOf(group: CageGroupEntry, face: Face): NumberedCage[] {
  const size = formFactorFacts(group.of);
  if (!size) throw new RangeError(`the catalogue knows no size of ${group.of}`);
  const rows = group.rows ?? 1;
  const columns = group.columns ?? 1;
  const numbered = gridOf(group).map(({ x, y, column, row }) => {
    const index = group.order === 'down' ? column * rows + row : row * columns + column;
    const number = (group.first ?? 1) + index;
    const cage: Cage = {
      id: `${group.key}-${number}`,
      name: group.name.replaceAll('{n}', String(number)),
      formFactor: group.of,
      face,
      xMm: x,
      yMm: y,
      widthMm: size.cageWidthMm,
      heightMm: size.cageHeightMm,
      flipped: group.belly === true && row % 2 === 1,
      group: group.key,
      locked: false,
    };
    return { cage, number, index };
  });
  return numbered.sort((a, b) => a.index - b.index);
}

function portOfCage(
  entry: PortEntry,
  cageId: string,
  k: number,
  cageNumber: number,
  portNumber: number,
): Port {
  const filled = (text: string): string =>
    text.replaceAll('{n}', String(cageNumber)).replaceAll('{p}', String(portNumber));
  return {
    id: `${cageId}.${k + 1}`,
    name: filled(entry.name),
    kind: entry.kind ?? 'interface',
    cageId,
    slug: entry.slug,
    speedGbps: entry.speed ?? null,
    lanes: entry.lanes ?? null,
    managementOnly: entry.management ?? false,
    label: filled(entry.label ?? ''),
    maximumDrawW: entry.drawW ?? null,
  };
}

function shapesOf(part: PartEntry, face: Face, place: number): FaceShape[] {
  const spots = gridOf(part);
  const group = spots.length > 1 ? `${face}-${part.shape}-${place}` : '';
  return spots.map(({ x, y }, k) => ({
    id: `${face}-${part.shape}-${place}.${k + 1}`,
    shape: part.shape,
    face,
    xMm: x,
    yMm: y,
    widthMm: part.w,
    heightMm: part.h,
    openRatio: part.open ?? null,
    text: part.text ?? '',
    group,
    locked: false,
  }));
}

function baysOf(entry: BayEntry, face: Face): Bay[] {
  return gridOf(entry).map(({ x, y }, k) => {
    const number = String((entry.first ?? 1) + k);
    return {
      id: `${entry.key}-${number}`,
      name: entry.name.replaceAll('{n}', number),
      kind: entry.kind,
      position: number,
      label: '',
      area: { face, xMm: x, yMm: y, widthMm: entry.w, heightMm: entry.h },
    };
  });
}

function gridOf(grid: GridEntry): { x: number; y: number; column: number; row: number }[] {
  const places = [];
  for (let row = 0; row < (grid.rows ?? 1); row += 1) {
    for (let column = 0; column < (grid.columns ?? 1); column += 1) {
      places.push({
        x: roundMm(grid.x + column * (grid.pitch ?? 0)),
        y: roundMm(grid.y + row * (grid.rowPitch ?? 0)),
        column,
        row,
      });
    }
  }
  return places;
}
