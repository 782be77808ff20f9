/** How each figure is found. */
import type { FigureFormula, FigureName } from './types.ts';

export const FORMULAS: Readonly<Record<FigureName, FigureFormula>> = {
  cages: {
    formula:
      'fixed ends: one cage a plug; transceivers: one cage for all its ports; CPO: ceil(2*lanes/8) MPO a port',
    sources: ['physics.md, section 6'],
  },
  faceplateU: {
    formula:
      'U = sum over form factors of cages/(cages per U); QSFP and OSFP 32 usual, 36 at most; CPO 36 MPO',
    sources: ['physics.md, section 6', 'S32', 'S33'],
  },
  watts: { formula: 'P = sum over links of 2*P_end', sources: ['physics.md, section 6'] },
  picojoulesPerBit: {
    formula: "E = 1000*P/(sum of the links' Gb/s one way)",
    sources: ['physics.md, section 6'],
  },
  addedNs: {
    formula: "t_added of the slowest medium in use, both ends; FEC is the host's and left out",
    sources: ['physics.md, section 6'],
  },
  linkNs: {
    formula: 't = L*t_flight + t_added of the slowest link',
    sources: ['physics.md, section 6'],
  },
  pathNs: {
    formula:
      't = sum of L*t_flight + sum of t_added + sum of t_switch over the slowest way from node to node',
    sources: ['physics.md, section 6', 'S27'],
  },
  cableKg: { formula: 'm = sum of kg/m*L', sources: ['physics.md, section 3.1'] },
  crossSectionMm2: { formula: 'A = sum of pi*d^2/4', sources: ['physics.md, section 3.3'] },
  fullestMm2: {
    formula: 'A = sum of pi*d^2/4 where most passes, cords and twisted pair too',
    sources: ['physics.md, section 3.3'],
  },
  blockedWorst: {
    formula: 'sigma = psi*A_blk/A_w, the fuller face; the worst device with compared cables',
    sources: ['physics.md, section 3.4'],
  },
  blockedMean: {
    formula: 'mean of sigma over the devices with compared cables',
    sources: ['physics.md, section 3.4'],
  },
  flowLossWorst: {
    formula: '1 - q of the worst device',
    sources: ['physics.md, section 4.3', 'cfd.md'],
  },
  fanWatts: {
    formula:
      'sum over the devices with compared cables of P_fan*((1+Pi)^1.5 - 1): what keeping the rated flow costs',
    sources: ['physics.md, section 4.3'],
  },
  outletRiseWorstK: {
    formula: 'dT = dT_n/q of the worst device',
    sources: ['physics.md, section 5'],
  },
};
