/**
 * The catalogue: facts as data, each with its source. Nothing here computes a result; the analysis does.
 *
 * - media: `MEDIA`, `mediumFacts(id)`, `mediumName(id)`, `stockLengthsM(medium, speedGbps)`, `endPowerW(medium, speedGbps)`
 * - reach: `reachRows`, `cableProducts` (those with basis `product`)
 * - cables: `cableGeometry(medium, lanes, awg)` is diameter, bend and weight
 * - device types: `CATALOG_TYPES`, `catalogType(id)`
 * - openings: `formFactorFacts(formFactor)`
 * - rules: `packingRatios`, `packingFactors`, `pathwayFills`, `latencyRows`, `ashraeClass(id)`
 */
export { type CableGeometry, cableGeometry } from './cable-geometry.ts';
export { latencyRows, packingFactors, packingRatios, pathwayFills } from './cabling.ts';
export { CATALOG_TYPES, catalogType } from './device-types.ts';
export { ashraeClass } from './environment.ts';
export { formFactorFacts } from './form-factors.ts';
export { endPowerW, MEDIA, mediumFacts, mediumName, stockLengthsM } from './media.ts';
export { cableProducts, type ReachRow, reachRows } from './reach.ts';
