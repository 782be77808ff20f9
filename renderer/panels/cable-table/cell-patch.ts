/** A typed or pasted text as a change of a cable, or why it is none. */

import {
  colourOf,
  lengthInMm,
  mediumOf,
  quantityOf,
  statusOf,
} from '../../../shared/formats/site/words.ts';
import { MEDIUM_IDS } from '../../../shared/model/medium.ts';
import type { CableSide, CableStatus } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { CablePatch } from '../../editor/index.ts';
import type { EditedField } from './columns.ts';

export type PatchAnswer =
  | { readonly ok: true; readonly patch: CablePatch }
  | { readonly ok: false; readonly reason: string };

const SIDES: readonly CableSide[] = ['auto', 'left', 'right'];
const STATUSES: readonly CableStatus[] = ['planned', 'connected', 'decommissioning'];
/** Longest texts and numbers that a design's cables may have. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 10_000;

/** Values that a field may take where there are few; null where anything may be typed. */
export function choicesOf(
  field: EditedField,
): readonly { readonly value: string; readonly label: string }[] | null {
  switch (field) {
    case 'medium':
      return MEDIUM_IDS.map((id) => ({ value: id, label: say(`catalog.medium.${id}`) }));
    case 'side':
      return SIDES.map((side) => ({ value: side, label: say(`panels.side.${side}`) }));
    case 'status':
      return STATUSES.map((status) => ({ value: status, label: say(`cables.status.${status}`) }));
    case 'label':
    case 'fabric':
    case 'rail':
    case 'awg':
    case 'part':
    case 'lengthM':
    case 'colour':
    case 'bundle':
    case 'notes':
      return null;
    default:
      return field satisfies never;
  }
}

/** The change that a text means in a column. An empty text unsets what may be unset. */
export function patchFrom(field: EditedField, typed: string): PatchAnswer {
  const text = typed.trim();
  switch (field) {
    case 'label':
    case 'fabric':
    case 'part':
    case 'bundle':
      return text.length > LONGEST_NAME
        ? refused('tooLong', { limit: LONGEST_NAME })
        : { ok: true, patch: { [field]: text } };
    case 'notes':
      return text.length > LONGEST_NOTE
        ? refused('tooLong', { limit: LONGEST_NOTE })
        : { ok: true, patch: { notes: text } };
    case 'rail':
      return whole(text, 0, 1024, (rail) => ({ rail }));
    case 'awg':
      return whole(text, 10, 40, (awg) => ({ awg }));
    case 'lengthM':
      return length(text);
    case 'medium': {
      const medium = MEDIUM_IDS.find((id) => id === text) ?? mediumOf(text) ?? mediumByName(text);
      return medium === null ? refused('medium') : { ok: true, patch: { medium } };
    }
    case 'colour': {
      if (text === '') return { ok: true, patch: { colour: null } };
      const colour = colourOf(text);
      return colour === null ? refused('colour') : { ok: true, patch: { colour } };
    }
    case 'side': {
      const side = SIDES.find((each) => each === text || same(say(`panels.side.${each}`), text));
      return side === undefined ? refused('side') : { ok: true, patch: { side } };
    }
    case 'status': {
      const status =
        statusOf(text) ?? STATUSES.find((each) => same(say(`cables.status.${each}`), text));
      return status ? { ok: true, patch: { status } } : refused('status');
    }
    default:
      return field satisfies never;
  }
}

function mediumByName(text: string): (typeof MEDIUM_IDS)[number] | null {
  const named = MEDIUM_IDS.find(
    (id) =>
      same(say(`catalog.medium.${id}`), text) || same(say(`catalog.medium.${id}.short`), text),
  );
  return named ?? null;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function whole(
  text: string,
  least: number,
  most: number,
  patch: (value: number | null) => CablePatch,
): PatchAnswer {
  if (text === '') return { ok: true, patch: patch(null) };
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    return refused('whole', { least, most });
  }
  return { ok: true, patch: patch(value) };
}

/** A length in metres, or with another unit; empty takes the estimate. */
function length(text: string): PatchAnswer {
  if (text === '') return { ok: true, patch: { lengthM: null } };
  const quantity = quantityOf(text);
  const mm = quantity && lengthInMm(quantity.value, quantity.unit || 'm');
  if (mm === null || mm < 50 || mm > 10_000_000) return refused('length');
  return { ok: true, patch: { lengthM: mm / 1000 } };
}

function refused(why: string, args: Readonly<Record<string, number>> = {}): PatchAnswer {
  return { ok: false, reason: say(`cables.refused.${why}`, args) };
}
