/** Routing: where ports are, which way cables go, and how long that way is. */
export { portPosition } from './port-position.ts';
export { findRoutesInPieces, routesInRack } from './rack-runs.ts';
export { routeCable } from './route-cable.ts';
export type { Trail, TrailPoint } from './trail.ts';
export { trailsOf } from './trails-of.ts';
export type { RackRun, RouteEnd } from './types.ts';
