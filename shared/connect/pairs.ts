/** Two ends that are to be joined, as somebody asked for them: before anything is known of whether they can. */
import type { DeviceId } from '../model/ids.ts';
import type { PortRef } from '../model/records.ts';
import type { Reason } from '../rules/verdict.ts';
import type { Values } from './expression.ts';

/** An end: a port, the next free one of these devices, or a text that means none. */
export type AskedEnd =
  | { readonly end: 'port'; readonly ref: PortRef }
  | { readonly end: 'free'; readonly devices: readonly DeviceId[] }
  | { readonly end: 'none'; readonly text: string; readonly reason: Reason };

export interface AskedPair {
  readonly a: AskedEnd;
  readonly b: AskedEnd;
  /** What the pattern's variables stand for here. */
  readonly values: Values;
}

/** What somebody asked for, expanded. */
export interface Asked {
  readonly pairs: readonly AskedPair[];
  /** Ends that were named on the right, and that nothing is left for on the left. */
  readonly leftOver: number;
}
