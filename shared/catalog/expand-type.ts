/** From a data file's entry to a device type: its faces are drawn, and rules fill what they may. */
import type { DeviceCategory, DeviceType, Port, PortMapping } from '../model/device-type.ts';
import type { Known } from '../model/fact.ts';
import { say } from '../text/index.ts';
import { drawFace } from './draw-face.ts';
import { factFrom, sourceText } from './sources.ts';
import type { FactEntries, TypeEntry } from './type-entry.ts';

/** Flow that a device of unknown flow is taken to move, CFM per kW of its maximum power (source `CFM`). */
const ASSUMED_CFM_PER_KW = 110;
/** Pressure at which the flow stops, where nobody published it, Pa (physics.md, section 4.2; source `PA`). */
const ASSUMED_CRITICAL_PA = { oneU: 250, taller: 200 };

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

/**
 * A panel's front port leads to the rear port of the same number: groups `front` and `rear`, one strand each. Where
 * there is but one rear port, all lead to that, each to a place of its own.
 */
function straightThrough(ports: readonly Port[]): PortMapping[] {
  const fronts = ports.filter((port) => port.kind === 'front');
  if (fronts.length === 0) return [];
  const rears = ports.filter((port) => port.kind === 'rear');
  const [only] = rears;
  if (only && rears.length === 1 && fronts.length > 1) {
    return fronts.map(({ id }, place) => ({
      frontPortId: id,
      frontPosition: 1,
      rearPortId: only.id,
      rearPosition: place + 1,
    }));
  }
  const ids = new Set(ports.map((port) => port.id));
  return fronts
    .map((port) => ({ front: port.id, rear: port.id.replace(/^front-/, 'rear-') }))
    .filter(({ front, rear }) => rear !== front && ids.has(rear))
    .map(({ front, rear }) => ({
      frontPortId: front,
      frontPosition: 1,
      rearPortId: rear,
      rearPosition: 1,
    }));
}

type TypeFacts = Pick<DeviceType, keyof FactEntries>;

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
