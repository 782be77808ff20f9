/** Fabrics: how many switches and cables a cluster takes. */
export { downPorts, type FabricPlan, type FabricSpec, planFabric } from './plan-fabric.ts';
