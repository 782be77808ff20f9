/** What a person has said so far of many cables, and what that comes to. */
import { CABLE_SHAPES, type CableShape, farEnds } from '../../../shared/connect/cable-shape.ts';
import { expandPattern } from '../../../shared/connect/expand.ts';
import {
  type Expression,
  parseExpression,
  variablesOf,
} from '../../../shared/connect/expression.ts';
import { type ListOrder, pairLists } from '../../../shared/connect/lists.ts';
import type { Asked } from '../../../shared/connect/pairs.ts';
import {
  COUNTERS,
  namesIn,
  type Parsed,
  parsePattern,
  parsePorts,
} from '../../../shared/connect/pattern.ts';
import { type PlannedCable, planCables } from '../../../shared/connect/plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { Cable, Device } from '../../../shared/model/records.ts';
import { type Reason, reason, sayReason } from '../../../shared/rules/verdict.ts';
import { say } from '../../../shared/text/index.ts';

/** A side of the lists, as it is typed. */
export interface DraftList {
  readonly devices: ReadonlySet<DeviceId>;
  readonly ports: string;
}

export interface ConnectDraft
  extends Pick<Cable, 'awg' | 'fabric' | 'status' | 'bundle' | 'colour' | 'part'> {
  readonly by: 'pattern' | 'lists';
  readonly pattern: string;
  readonly a: DraftList;
  readonly b: DraftList;
  readonly order: ListOrder;
  readonly shape: CableShape;
  readonly medium: MediumId | null;
  /** Empty, a number, or arithmetic over what the pattern knows. */
  readonly rail: string;
}

/** The fields in which something cannot be read. */
export type DraftField = 'pattern' | 'portsA' | 'portsB' | 'rail';

export interface DraftError {
  readonly field: DraftField;
  readonly text: string;
  /** Character that it is about, from 0. */
  readonly at: number;
}

/** What a draft comes to. */
export interface DraftPlan {
  readonly error: DraftError | null;
  readonly planned: readonly PlannedCable[];
  /** Ends on the right that nothing is left for. */
  readonly leftOver: number;
}

const [PLAIN] = CABLE_SHAPES;

/** A draft to begin with: devices that are selected are put in, hosts on the left and switches on the right. */
export function firstDraft(
  selected: readonly Device[],
  design: Design,
  pattern: string,
): ConnectDraft {
  const isSwitch = ({ typeId }: Device): boolean =>
    design.deviceTypes.get(typeId)?.category === 'switch';
  const switches = selected.filter(isSwitch);
  const others = selected.filter((device) => !isSwitch(device));
  const idsOf = (devices: readonly Device[]): ReadonlySet<DeviceId> =>
    new Set(devices.map(({ id }) => id));
  return {
    by: 'pattern',
    pattern,
    a: { devices: idsOf(others.length > 0 ? others : switches), ports: 'free' },
    b: { devices: idsOf(others.length > 0 ? switches : []), ports: 'free' },
    order: 'each',
    shape: PLAIN ?? { shape: 'plain' },
    medium: null,
    awg: null,
    part: '',
    fabric: '',
    rail: '',
    status: 'planned',
    bundle: '',
    colour: null,
  };
}

/** The cables that a draft stands for. */
export function planDraft(design: Design, draft: ConnectDraft): DraftPlan {
  const asked = askedBy(design, draft);
  if (!asked.ok) return failed(asked.error);
  const rail = railOf(draft.rail, asked.names);
  if (!rail.ok) return failed({ field: 'rail', ...rail.error });
  const { shape, medium, awg, part, fabric, status, bundle, colour } = draft;
  const spec = { shape, medium, awg, part, fabric, status, bundle, colour, rail: rail.rail };
  return {
    error: null,
    planned: planCables(design, asked.asked, spec),
    leftOver: asked.asked.leftOver,
  };
}

function failed(error: DraftError): DraftPlan {
  return { error, planned: [], leftOver: 0 };
}

type AskedAnswer =
  | { readonly ok: true; readonly asked: Asked; readonly names: readonly string[] }
  | { readonly ok: false; readonly error: DraftError };

function askedBy(design: Design, draft: ConnectDraft): AskedAnswer {
  const times = farEnds(draft.shape);
  if (draft.by === 'pattern') {
    const pattern = parsePattern(draft.pattern);
    if (!pattern.ok) return refused('pattern', pattern);
    const asked = expandPattern(design, pattern.value, times);
    return { ok: true, asked, names: namesIn(pattern.value) };
  }
  const a = parsePorts(draft.a.ports);
  if (!a.ok) return refused('portsA', a);
  const b = parsePorts(draft.b.ports);
  if (!b.ok) return refused('portsB', b);
  const left = { devices: [...draft.a.devices], ports: a.value };
  const right = { devices: [...draft.b.devices], ports: b.value };
  if (left.devices.length === 0 || right.devices.length === 0) {
    return { ok: true, asked: { pairs: [], leftOver: 0 }, names: COUNTERS };
  }
  return { ok: true, asked: pairLists(design, left, right, draft.order, times), names: COUNTERS };
}

function refused(
  field: DraftField,
  { at, reason: why }: Extract<Parsed<unknown>, { ok: false }>,
): AskedAnswer {
  return { ok: false, error: { field, at, text: errorText(why, at) } };
}

function errorText(why: Reason, at: number): string {
  return say('connect.error.at', { message: sayReason(why), at: at + 1 });
}

type RailAnswer =
  | { readonly ok: true; readonly rail: Expression | null }
  | { readonly ok: false; readonly error: Omit<DraftError, 'field'> };

/** A rail is a number or a sum, with or without the braces that it has in a pattern. */
function railOf(typed: string, names: readonly string[]): RailAnswer {
  const text = typed.trim().replace(/^\{(.*)\}$/, '$1');
  if (text === '') return { ok: true, rail: null };
  const answer = parseExpression(text);
  if (!answer.ok)
    return { ok: false, error: { at: answer.at, text: errorText(answer.reason, answer.at) } };
  const stranger = [...variablesOf(answer.expression)].find((name) => !names.includes(name));
  if (stranger === undefined) return { ok: true, rail: answer.expression };
  const why = reason('connect.error.notSet', { name: stranger, names: names.join(', ') });
  return { ok: false, error: { at: 0, text: sayReason(why) } };
}
