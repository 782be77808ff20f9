/** Rule `air`, one device: what its cables and the doors of its rack do to its flow. */
import type { DesignSettings, Rack } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';
import { AIR_DENSITY, CFM_M3S } from './air.ts';
import { railGapOf } from './assumed-inputs.ts';
import { OPEN_CHECKED_MIN } from './curtain.ts';
import { type FaceAir, openingMm2 } from './face-air.ts';
import { FAN_SPEED_MAX } from './fan-effort.ts';
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
import type { DeviceAir } from './rack-air.ts';
import type { Explanation, FindingValue } from './types.ts';

/** Loss of flow from which a device is warned about, and from which it is an error. */
const LOSS_WARNING = 0.05;
const LOSS_ERROR = 0.2;

/** The finding about a device that does not get its air, or null where the loss is small. */
export function airFinding(
  settings: DesignSettings,
  rack: Rack,
  air: DeviceAir,
): FindingSource | null {
  const loss = 1 - air.ratio.nominal;
  // What comes round through open units is told of the rack.
  const runaway = air.recirculation !== null && air.inletClosedC === null;
  if (loss < LOSS_WARNING && !runaway) return null;
  const { device } = air.placed;
  const severe = loss >= LOSS_ERROR || runaway;
  return makeFinding(
    { id: `air:${device.id}`, rule: 'air', severity: severe ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(device), subjectOf(rack)],
      message: messageOf(air, runaway),
      values: airValues(settings, air),
      explanation: explanationOf(air),
      missing: missingOf(air),
    }),
  );
}

function messageOf({ faces, riseK }: DeviceAir, runaway: boolean): string {
  const bare = faces.front.cables + faces.rear.cables === 0;
  if (runaway) return bare ? 'air.runaway.bare' : 'air.runaway';
  if (bare) return 'air.door';
  return riseK === null ? 'air.flow' : 'air.loss';
}

function airValues(settings: DesignSettings, air: DeviceAir): Record<string, FindingValue> {
  const { placed, faces, ratio, critical, loading, fan, riseK, inletC } = air;
  const { front, rear } = faces;
  const { type } = placed;
  const worst = worse(front, rear);
  const flowProvenance = type.airflowCfm?.provenance ?? 'derived';
  return {
    device: words(placed.device.name),
    cables: count(front.cables + rear.cables),
    cords: count(front.cords + rear.cords),
    blocked: spread(percent(worst.blocked), '%', 'derived'),
    blockedFront: spread(percent(front.blocked), '%', 'derived'),
    blockedRear: spread(percent(rear.blocked), '%', 'derived'),
    bundle: quantity(worst.cover.areaMm2, 'mm²', 'derived'),
    bodies: quantity(worst.bodiesMm2, 'mm²', 'assumed'),
    opening: quantity(openingMm2(type), 'mm²', 'derived'),
    diameter: quantity(worst.cover.widestMm, 'mm', 'derived'),
    psi: spread(worst.psi, '', settings.inputs.exposure === null ? 'derived' : 'measured'),
    gap: quantity(worst.gap.value, 'mm', worst.gap.provenance),
    packing: quantity(worst.packing.value, '', worst.packing.provenance),
    open: quantity(1 - worst.blocked.nominal, 'share', 'derived'),
    lossCoefficient: spread(air.loss, '', 'derived'),
    density: quantity(AIR_DENSITY, 'kg/m³', 'derived'),
    faceSpeed: quantity((air.ratedM3s * 1e6) / openingMm2(type), 'm/s', 'derived'),
    velocityPressure: quantity(air.velocityPa, 'Pa', 'derived'),
    critical: quantity(critical.value, 'Pa', critical.provenance),
    loading: spread(loading, '', 'derived'),
    across: quantity(air.againstPa, 'Pa', 'derived'),
    loss: spread(
      percent({ low: 1 - ratio.high, nominal: 1 - ratio.nominal, high: 1 - ratio.low }),
      '%',
      'derived',
    ),
    flow: spread(ratio, 'share', 'derived'),
    airflow: quantity(air.ratedM3s / CFM_M3S, 'CFM', flowProvenance),
    moved: quantity((air.ratedM3s * ratio.nominal) / CFM_M3S, 'CFM', 'derived'),
    fanSpeed: spread(percent(fan.speed), '%', 'derived'),
    fanPower: spread(percent(fan.power), '%', 'derived'),
    extraFan: spread(fan.extraW, 'W', 'assumed'),
    inRange: words(1 - worst.blocked.nominal < OPEN_CHECKED_MIN ? 'below' : 'inside'),
    fans: words(fan.speed.nominal > FAN_SPEED_MAX ? 'beyond' : 'within'),
    ...(air.powerW === null ? {} : { power: quantity(air.powerW, 'W', 'derived') }),
    ...(riseK === null ? {} : { rise: spread(riseK, 'K', 'derived') }),
    ...(inletC === null ? {} : { inlet: quantity(inletC, '°C', 'derived') }),
    ...leakValues(settings, air),
  };
}

/** What comes back to the inlet, and where it leaks. */
function leakValues(
  { inputs, supplyTempC }: DesignSettings,
  { recirculation, beside }: DeviceAir,
): Record<string, FindingValue> {
  if (recirculation === null || beside === null) return {};
  return {
    supply: quantity(supplyTempC, '°C', 'measured'),
    recirculation: quantity(recirculation, 'share', 'assumed'),
    besideShare: quantity(beside.share, 'share', 'assumed'),
    elsewhereShare: quantity(recirculation - beside.share, 'share', 'assumed'),
    railGap: quantity(beside.gapM2 * 1e6, 'mm²', railGapOf(inputs).provenance),
    gapPressure: quantity(beside.pressurePa, 'Pa', 'derived'),
  };
}

function worse(front: FaceAir, rear: FaceAir): FaceAir {
  return rear.blocked.nominal > front.blocked.nominal ? rear : front;
}

function missingOf({ placed: { type }, critical }: DeviceAir): readonly string[] {
  const missing: string[] = [];
  if (type.criticalPa === null && critical.provenance === 'assumed') {
    missing.push(`device type ${type.model}: criticalPa`);
  }
  if (type.airflow === null) missing.push(`device type ${type.model}: airflow`);
  return missing;
}

function explanationOf({ riseK, recirculation, inletC }: DeviceAir): readonly Explanation[] {
  const rules = [BLOCKED_RULE, LOSS_RULE, FLOW_RULE, FAN_RULE];
  if (riseK !== null) rules.push(RISE_RULE);
  if (recirculation !== null) rules.push(LEAK_RULE);
  if (recirculation !== null && inletC !== null) rules.push(INLET_RULE);
  return rules;
}

const CFD = 'derived (2-D CFD): cfd.md, sections 0 and 8';
const BLOCKED_RULE: Explanation = {
  formula: `sigma = (psi*A + A_p)/A_w, A = integral of min(D(N(x)), H) dx, A_w = 450 mm * U * ${RACK_UNIT_MM} mm`,
  where: { sigma: 'blocked', psi: 'psi', A: 'bundle', A_p: 'bodies', A_w: 'opening' },
  sources: ['physics.md, section 3.4', CFD],
};
const LOSS_RULE: Explanation = {
  formula: 'K = 1.3(1-b) + (1/b-1)^2, b = 1-sigma; Pi = K*rho*V^2/(2*P_c)',
  where: {
    K: 'lossCoefficient',
    b: 'open',
    sigma: 'blocked',
    Pi: 'loading',
    rho: 'density',
    V: 'faceSpeed',
    P_c: 'critical',
  },
  sources: ['physics.md, section 4.1', CFD],
};
const FLOW_RULE: Explanation = {
  formula: 'P_c*(1-q^m) = p + Pi*P_c*q^2; q = mean of m = 2 and m = 1; loss = 1-q',
  where: { P_c: 'critical', Pi: 'loading', p: 'across', q: 'flow', loss: 'loss' },
  sources: ['physics.md, sections 4.3 and 4.4; screening grade'],
};
const FAN_RULE: Explanation = {
  formula: 's = sqrt(1+Pi+p/(P_c*q^2)); power = s^3',
  where: {
    s: 'fanSpeed',
    Pi: 'loading',
    p: 'across',
    P_c: 'critical',
    q: 'flow',
    power: 'fanPower',
  },
  sources: ['physics.md, section 4.3 (affinity laws)'],
};
const RISE_RULE: Explanation = {
  formula: 'dT = P/(rho*c_p*Q), c_p = 1005 J/(kg*K)',
  where: { dT: 'rise', P: 'power', rho: 'density', Q: 'moved' },
  sources: ['physics.md, section 5'],
};
const LEAK_RULE: Explanation = {
  formula: 'r = r_b + r_e; r_b = 0.6*A_gap*sqrt(2*dp/rho)/Q',
  where: {
    r: 'recirculation',
    r_b: 'besideShare',
    r_e: 'elsewhereShare',
    A_gap: 'railGap',
    dp: 'gapPressure',
    rho: 'density',
    Q: 'moved',
  },
  sources: ['physics.md, sections 4.4 and 5', 'what leaks elsewhere mixes before the devices'],
};
const INLET_RULE: Explanation = {
  formula: 'T_in = T_s + r/(1-r)*dT',
  where: { T_in: 'inlet', T_s: 'supply', r: 'recirculation', dT: 'rise' },
  sources: ['physics.md, section 5'],
};
