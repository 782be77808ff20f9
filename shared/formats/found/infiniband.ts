/** Names and speeds as InfiniBand's tools write them. */
import type { FoundEnd } from '../../model/records.ts';

/** Rate of a lane by the name of its generation, Gb/s. */
const LANE_GBPS: ReadonlyMap<string, number> = new Map([
  ['SDR', 2.5],
  ['DDR', 5],
  ['QDR', 10],
  ['FDR10', 10],
  ['FDR', 14],
  ['EDR', 25],
  ['HDR', 50],
  ['NDR', 100],
  ['XDR', 200],
]);

/** `4xNDR` is 400 Gb/s; null where it is not understood. */
export function generationGbps(text: string): number | null {
  const match = /^(\d+)x([A-Z]+\d*)$/i.exec(text.trim());
  const lane = LANE_GBPS.get(match?.[2]?.toUpperCase() ?? '');
  return match && lane !== undefined ? Number(match[1]) * lane : null;
}

/** Nominal rates of a lane by the signalling rate that the tools print: 106.25 is 100. */
const NOMINAL: readonly (readonly [signal: number, nominal: number])[] = [
  [2.5, 2.5],
  [5, 5],
  [10, 10],
  [14.0625, 14],
  [25.78125, 25],
  [53.125, 50],
  [106.25, 100],
  [212.5, 200],
];

/** Width and rate of a lane, as `4` and `106.25`: 400 Gb/s. */
export function lanesGbps(width: string, laneRate: string): number | null {
  const [lanes, rate] = [Number(width), Number(laneRate)];
  if (!(lanes > 0 && rate > 0)) return null;
  const nominal = NOMINAL.find(([signal]) => Math.abs(signal - rate) < 0.02 * signal)?.[1];
  return lanes * (nominal ?? rate);
}

/**
 * An end by the description of its node: `MF0;leaf01:MQM9700/U1` is the switch leaf01, `dgx01 mlx5_0` the channel
 * adapter mlx5_0 of dgx01, whose port 1 is what one plugs into.
 * @param port number of the port at that node
 */
export function describedEnd(description: string, port: string): FoundEnd {
  const text = description.trim();
  const managed = /^MF\d+;([^:;]+)(?::.*)?$/.exec(text);
  if (managed) return { device: managed[1]?.trim() ?? text, port };
  const adapter = /^(.*\S)\s+((?:mlx\d+_|ibp|hca[-_ ]?)\S*)$/i.exec(text);
  if (adapter) return { device: adapter[1] ?? '', port: adapterPort(adapter[2] ?? '', port) };
  return { device: text, port };
}

/** A port of a channel adapter: adapters of one port go by their own name. */
export function adapterPort(adapter: string, port: string): string {
  return port === '1' || port === '' ? adapter : `${adapter}/${port}`;
}

/** Whether a node is the one inside a switch that adds up in the network: it has no cable. */
export function isAggregationNode(description: string): boolean {
  return /aggregation node/i.test(description);
}
