/** The size of an opening by its form factor, and how much room its plug needs around it. */
import { formFactorFacts } from '../catalog/index.ts';
import type { FormFactor } from '../model/device-type.ts';
import type { Mm } from '../units/length.ts';

export interface OpeningSize {
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** Closest distance from one to the next beside it; null where no table says. */
  readonly pitchMinMm: Mm | null;
}

/** An opening that no table knows [assumed: about an SFP]. */
const UNKNOWN_SIZE: OpeningSize = { widthMm: 13, heightMm: 10, pitchMinMm: null };

/** True size of the opening (catalogue of form factors); an assumed one for what no table knows. */
export function openingSize(formFactor: FormFactor): OpeningSize {
  const facts = formFactorFacts(formFactor);
  if (!facts) return UNKNOWN_SIZE;
  const { cageWidthMm, cageHeightMm, cagePitchMinMm } = facts;
  return { widthMm: cageWidthMm, heightMm: cageHeightMm, pitchMinMm: cagePitchMinMm };
}

/**
 * What stands out round an opening once it is plugged. `latchMm` is on the side where fingers reach for the latch
 * or the pull-tab: above, or below where the opening is upside down; `backMm` is opposite to it.
 */
export interface PlugRoom {
  readonly sideMm: Mm;
  readonly latchMm: Mm;
  readonly backMm: Mm;
}

/** Between two modules of a belly-to-belly pair: the sheet metal of both, mm [assumed]. */
export const ROW_GAP_MM: Mm = 1.5;

const MODULE: PlugRoom = { sideMm: 0.3, latchMm: 2, backMm: ROW_GAP_MM / 2 };
const RJ45: PlugRoom = { sideMm: 0.8, latchMm: 2, backMm: ROW_GAP_MM / 2 };
const ADAPTER: PlugRoom = { sideMm: 0.3, latchMm: 1, backMm: 1 };
const POWER: PlugRoom = { sideMm: 1.5, latchMm: 1.5, backMm: 1.5 };
const SOCKET: PlugRoom = { sideMm: 1, latchMm: 1, backMm: 1 };

/** All assumed: no standard states the room of plugs; each is about what the densest gear on the market leaves. */
const PLUG_ROOM: Readonly<Record<FormFactor, PlugRoom>> = {
  rj45: RJ45,
  sfp: MODULE,
  'sfp-dd': MODULE,
  qsfp: MODULE,
  'qsfp-dd': MODULE,
  osfp: MODULE,
  'osfp-rhs': MODULE,
  'osfp-xd': MODULE,
  cfp: MODULE,
  lc: ADAPTER,
  mpo: ADAPTER,
  sn: ADAPTER,
  mmc: ADAPTER,
  usb: SOCKET,
  c13: POWER,
  c14: POWER,
  c19: POWER,
  c20: POWER,
  dc: POWER,
  other: SOCKET,
};

/** Room that the plug of an opening takes beyond it, mm [assumed]. */
export function plugRoom(formFactor: FormFactor): PlugRoom {
  return PLUG_ROOM[formFactor];
}

/** How far the plug of an opening stands out beyond each of its edges, mm. */
export interface PlugReach {
  readonly left: Mm;
  readonly right: Mm;
  readonly up: Mm;
  readonly down: Mm;
}

/** An opening on a face. */
interface PlacedOpening {
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  readonly flipped: boolean;
}

/** Whether an opening stands upright that lies by its form factor, or the other way round. */
export function isTurned(formFactor: FormFactor, { widthMm, heightMm }: PlacedOpening): boolean {
  const size = openingSize(formFactor);
  return (size.widthMm - size.heightMm) * (widthMm - heightMm) < 0;
}

/** The room of the plug as the opening lies; of a turned one the latch is taken to be on its left. */
export function plugReach(formFactor: FormFactor, opening: PlacedOpening): PlugReach {
  const { sideMm, latchMm, backMm } = plugRoom(formFactor);
  const [before, after] = opening.flipped ? [backMm, latchMm] : [latchMm, backMm];
  return isTurned(formFactor, opening)
    ? { left: before, right: after, up: sideMm, down: sideMm }
    : { left: sideMm, right: sideMm, up: before, down: after };
}
