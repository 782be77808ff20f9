/** Rules `bundle` and `air`, one device: what its cables do to its faces and its flow. */
import type { Provenance } from '../model/fact.ts';
import type { Face, Rack } from '../model/records.ts';
import { CFM_M3S } from './air.ts';
import { OPEN_CHECKED_MIN } from './curtain.ts';
import { BUNDLE_GAP_MM, type DeviceFlow, type FaceAir } from './device-air.ts';
import {
  count,
  type FindingSource,
  makeFinding,
  percent,
  quantity,
  spread,
  subjectOf,
  words,
} from './finding.ts';
import type { Placed } from './rack-neighbours.ts';
import type { Explanation, FindingValue } from './types.ts';

/** Loss of flow from which a device is warned about, and from which it is an error. */
const LOSS_WARNING = 0.05;
const LOSS_ERROR = 0.2;

/** What was found on the two faces of the rack. */
export type FacesAir = Readonly<Record<Face, FaceAir>>;

/** The finding about a device whose cables cost it air, or null where the loss is small. */
export function airFinding(
  rack: Rack,
  placed: Placed,
  faces: FacesAir,
  flow: DeviceFlow,
): FindingSource | null {
  const loss = 1 - flow.ratio.nominal;
  const runaway = flow.recirculation !== null && flow.inletC === null;
  if (loss < LOSS_WARNING && !runaway) return null;
  const { device } = placed;
  const severe = loss >= LOSS_ERROR || runaway;
  return makeFinding(
    { id: `air:${device.id}`, rule: 'air', severity: severe ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(device), subjectOf(rack)],
      message: runaway ? 'air.runaway' : flow.riseK === null ? 'air.flow' : 'air.loss',
      values: airValues(placed, faces, flow),
      explanation: [BLOCKED_RULE, LOSS_RULE, FLOW_RULE],
      missing: missingOf(placed),
    }),
  );
}

function airValues(
  { device, type }: Placed,
  { front, rear }: FacesAir,
  flow: DeviceFlow,
): Record<string, FindingValue> {
  const { low, nominal, high } = flow.ratio;
  const open = 1 - Math.max(front.blocked.nominal, rear.blocked.nominal);
  const airflow: Provenance = type.airflowCfm?.provenance ?? 'derived';
  return {
    device: words(device.name),
    cables: count(front.cables + rear.cables),
    blocked: spread(percent(worse(front, rear).blocked), '%', 'derived'),
    blockedFront: spread(percent(front.blocked), '%', 'derived'),
    blockedRear: spread(percent(rear.blocked), '%', 'derived'),
    psi: spread(worse(front, rear).psi, '', 'derived'),
    gap: quantity(BUNDLE_GAP_MM, 'mm', 'assumed'),
    loading: spread(flow.loading, '', 'derived'),
    loss: spread(percent({ low: 1 - high, nominal: 1 - nominal, high: 1 - low }), '%', 'derived'),
    airflow: quantity(flow.ratedM3s / CFM_M3S, 'CFM', airflow),
    velocityPressure: quantity(flow.velocityPa, 'Pa', 'derived'),
    critical: quantity(flow.criticalPa, 'Pa', flow.criticalProvenance),
    fanSpeed: quantity(100 * Math.sqrt(1 + flow.loading.nominal), '%', 'derived'),
    inRange: words(open < OPEN_CHECKED_MIN ? 'below' : 'inside'),
    ...(flow.riseK === null ? {} : { rise: spread(flow.riseK, 'K', 'derived') }),
    ...(flow.inletC === null ? {} : { inlet: quantity(flow.inletC, '°C', 'derived') }),
  };
}

function worse(front: FaceAir, rear: FaceAir): FaceAir {
  return rear.blocked.nominal > front.blocked.nominal ? rear : front;
}

function missingOf({ type }: Placed): readonly string[] {
  const missing: string[] = [];
  if (type.criticalPa === null) missing.push(`device type ${type.model}: criticalPa`);
  if (type.airflow === null) missing.push(`device type ${type.model}: airflow`);
  return missing;
}

const BLOCKED_RULE: Explanation = {
  formula: 'sigma = psi*A/A_w, A = integral of min(D(N(x)), H) dx, A_w = 450 mm * U * 44.45 mm',
  where: { sigma: 'blocked', psi: 'psi' },
  sources: ['physics.md, section 3.4', 'derived (2-D CFD): cfd.md, sections 0 and 8'],
};
const LOSS_RULE: Explanation = {
  formula: 'K = 1.3(1-b) + (1/b-1)^2, b = 1-sigma; Pi = K*rho*V^2/(2*P_c)',
  where: { sigma: 'blocked', Pi: 'loading', P_c: 'critical' },
  sources: ['physics.md, section 4.1', 'derived (2-D CFD): cfd.md, section 8'],
};
const FLOW_RULE: Explanation = {
  formula: 'q = mean of 1/sqrt(1+Pi) and (sqrt(1+4Pi)-1)/(2Pi); dT = P/(rho*c_p*Q)',
  where: { Pi: 'loading', Q: 'airflow', dT: 'rise' },
  sources: ['physics.md, sections 4.3 and 5; screening grade'],
};
