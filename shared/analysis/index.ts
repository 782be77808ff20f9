/**
 * The analysis: physics as pure functions, and the findings about a design made from them. Screening grade:
 * every number has its formula, its inputs and its band (design.md, section 8).
 */
export { inletTemperatureC, temperatureRiseK } from './air.ts';
export { type Analyser, analyse, createAnalyser } from './analyser.ts';
export { blockedAreaMm2, bundleDiameterMm } from './bundle.ts';
export { type CopperCable, type CopperReach, conductorMm, copperReach } from './copper-reach.ts';
export { plateLossCoefficient, screenLossCoefficient } from './curtain.ts';
export { fanSpeedToRecover, flowRatio, rackFlowRatio } from './flow.ts';
export { blockTimeNs, pathTimeNs } from './latency.ts';
export { hopOf } from './link-time.ts';
export {
  airSensitivities,
  type SensitiveInput,
  type Sensitivity,
} from './sensitivity.ts';
export { standoffFactor } from './standoff.ts';
export { type AnalysisSummary, countFindings, type FindingCounts, summarise } from './summary.ts';
export { settled } from './tables.ts';
export { isOpen, numbersOf } from './waiver.ts';
