/** Openings that the links need at both ends, and the faceplate these take. */
import type { Band } from '../analysis/types.ts';
import { formFactorFacts, mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { FormFactor } from '../model/device-type.ts';
import type { PortRef } from '../model/records.ts';
import { isFibreAdapter, portAt } from '../rules/port-lookup.ts';
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, Sum } from './figure.ts';

/** Fibres that one connector on a co-packaged faceplate holds: 288 fibres in 36 MPO per unit (physics.md, section 6). */
const FIBRES_PER_MPO = 8;
/** A lane takes a fibre each way. */
const FIBRES_PER_LANE = 2;
/** MPO of co-packaged optics on one unit (physics.md, section 6). */
const CPO_PER_U = 36;
/** QSFP and OSFP cages on one unit as it is usually built; the closest is in the catalogue (physics.md, section 6). */
const USUAL_CAGES_PER_U = 32;

/** Openings of one form factor. */
interface Openings {
  /** Null = nobody knows which opening it is. */
  readonly perU: Band | null;
  readonly missing: string;
  count: number | null;
}

export function roomFigures(
  design: Design,
  cables: readonly ComparedCable[],
): { readonly cages: Figure; readonly faceplateU: Figure } {
  const cages = new Sum();
  const faceplates = new Sum();
  for (const { count, perU, missing } of openingsNeeded(design, cables).values()) {
    if (count === null) cages.lack(missing, 'derived');
    else cages.know(count, 'derived');
    if (count === null || perU === null) faceplates.lack(missing, 'derived');
    else faceplates.know(unitsFor(count, perU), 'derived');
  }
  return { cages: cages.figure('cages'), faceplateU: faceplates.figure('U') };
}

/** Most to a unit is the least faceplate. */
function unitsFor(count: number, perU: Band): Band {
  return { low: count / perU.high, nominal: count / perU.nominal, high: count / perU.low };
}

/** A plug with fixed ends has its opening to itself; ports of one transceiver share theirs. */
function openingsNeeded(
  design: Design,
  cables: readonly ComparedCable[],
): ReadonlyMap<string, Openings> {
  const perForm = new Map<string, Openings>();
  const shared = new Set<string>();
  for (const compared of cables) {
    const { cable, links } = compared;
    const met = mediumFacts(cable.medium).plug === 'cage' ? new Set<string>() : shared;
    const need = (ref: PortRef, opening: string, formFactor: FormFactor): void => {
      const isNew = !met.has(opening);
      if (!isNew && cable.medium !== 'cpo') return;
      if (cable.medium === 'cpo' && !isFibreAdapter(formFactor)) {
        addTo(perForm, 'cpo', mposOf(compared), () => ({
          perU: CPO,
          missing: `cable ${cable.id}: lanes`,
        }));
      } else if (isNew) {
        met.add(opening);
        addTo(perForm, formFactor, 1, () => ({
          perU: perUnit(formFactor),
          missing: missingForm(design, ref),
        }));
      }
    };
    for (const { a, b, openingA, openingB, formA, formB } of links) {
      need(a, openingA, formA);
      need(b, openingB, formB);
    }
  }
  return perForm;
}

const CPO: Band = { low: CPO_PER_U, nominal: CPO_PER_U, high: CPO_PER_U };

function addTo(
  perForm: Map<string, Openings>,
  form: string,
  count: number | null,
  firstOf: () => Pick<Openings, 'perU' | 'missing'>,
): void {
  const key = count === null ? `${form} unknown` : form;
  const found = perForm.get(key);
  if (!found) perForm.set(key, { ...firstOf(), count });
  else if (found.count !== null) found.count += count ?? 0;
}

function mposOf({ linkLanes }: ComparedCable): number | null {
  return linkLanes === null ? null : Math.ceil((linkLanes * FIBRES_PER_LANE) / FIBRES_PER_MPO);
}

function perUnit(formFactor: FormFactor): Band | null {
  const most = formFactorFacts(formFactor)?.portsPerUMax ?? null;
  if (most === null) return null;
  const usual =
    formFactor.includes('qsfp') || formFactor.includes('osfp') ? USUAL_CAGES_PER_U : most;
  const low = Math.min(usual, most);
  return { low, nominal: low, high: most };
}

function missingForm(design: Design, ref: PortRef): string {
  const place = portAt(design, ref);
  return `device type ${place?.type.model ?? '?'}: port ${place?.port.name ?? ref.portId}: opening`;
}
