/** What a cable is made of, how it is led, and where it ends. */
import { isStale } from '../../../shared/analysis/cable-length.ts';
import { RULE_IDS } from '../../../shared/analysis/rule-ids.ts';
import type { RuleId } from '../../../shared/analysis/types.ts';
import { mediumName } from '../../../shared/catalog/index.ts';
import {
  CABLE_SHAPES,
  type CableShape,
  type ShapeId,
  shapeId,
  shapeName,
} from '../../../shared/connect/cable-shape.ts';
import type { Design } from '../../../shared/model/design.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import type { Cable, CableSide } from '../../../shared/model/records.ts';
import { routeCable } from '../../../shared/routing/index.ts';
import { say } from '../../../shared/text/index.ts';
import { goToEnd } from '../cable-ends.ts';
import {
  type CableFilter,
  type FilteredFact,
  filteredValue,
  isFiltering,
  NO_FILTER,
  onlyValues,
} from '../cable-filter.ts';
import type { Editor } from '../editor.ts';
import { keepLengths, patchCables } from '../edits/cable-edits.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { beginCable, beginReplug } from '../tools/take-tool.ts';
import { all, always, type Command, editing, mayEdit, needs, when } from './command.ts';

function ofMedium(medium: MediumId): Command {
  const make = (design: Design, { state }: Editor): EditAnswer =>
    patchCables(design, state.selection.cables, { medium });
  const command = editing('cables', [], make);
  return {
    ...command,
    can(editor) {
      const answer = command.can(editor);
      if (answer !== true) return answer;
      const made = make(editor.state.design, editor);
      return made.ok || made.reason;
    },
    label: () => say('editor.makeMedium', { medium: mediumName(medium) }),
    checked: ({ state }) =>
      state.selection.cables.size > 0 &&
      [...state.selection.cables].every((id) => state.design.cables.get(id)?.medium === medium),
  };
}

/** Keeps on the racks and in the table what is like the selected cables in one fact. */
function showingOnly(fact: FilteredFact): Command {
  return {
    can: (editor) => needs(editor, 'cables'),
    run(editor) {
      const { design, selection, view } = editor.state;
      const cables = [...selection.cables].flatMap((id) => design.cables.get(id) ?? []);
      const values = new Set(cables.map((cable) => filteredValue(cable, fact)));
      filterCables(editor, onlyValues(design, view.cableFilter, fact, values));
    },
  };
}

/** Keeps the cables that a finding of the rule names, or shows all again. */
function showingRule(rule: RuleId): Command {
  return {
    can: always,
    run(editor) {
      const filter = editor.state.view.cableFilter;
      filterCables(editor, { ...filter, finding: filter.finding === rule ? null : rule });
    },
    label: () => say('editor.onlyRule', { rule: say(`panels.rule.${rule}`) }),
    checked: ({ state }) => state.view.cableFilter.finding === rule,
  };
}

function filterCables(editor: Editor, cableFilter: CableFilter): void {
  editor.set({ view: { ...editor.state.view, cableFilter } });
}

function goingTo(side: 'a' | 'b', key: string): Command {
  return {
    keys: [key],
    can: (editor) => needs(editor, 'cables'),
    run: (editor) => goToEnd(editor, side),
  };
}

function ledAlong(side: CableSide): Command {
  return {
    ...editing('cables', [], (design, { state }) =>
      patchCables(design, state.selection.cables, { side }),
    ),
    checked: ({ state }) =>
      state.selection.cables.size > 0 &&
      [...state.selection.cables].every((id) => state.design.cables.get(id)?.side === side),
  };
}

function keepingLength(): Command {
  const command = editing('cables', [], (design, { state }) =>
    keepLengths(design, state.selection.cables),
  );
  return {
    ...command,
    can: (editor) =>
      all(command.can(editor), when(selectsStale(editor), 'editor.needs.staleLength')),
  };
}

/** Whether a selected cable has a length that was entered for another way. */
function selectsStale({ state: { design, selection } }: Editor): boolean {
  return [...selection.cables].some((id) => {
    const cable = design.cables.get(id);
    const route = cable && cable.lengthForMm !== null ? routeCable(design, cable) : null;
    return cable !== undefined && route !== null && isStale(cable, route.pathMm);
  });
}

/** Takes the cable tool, for cables of that shape from now on. */
function ofShape(shape: CableShape): Command {
  return {
    can: (editor) =>
      all(mayEdit(editor), when(editor.state.design.devices.size > 1, 'editor.needs.twoDevices')),
    run(editor) {
      editor.set({ nextCable: { ...editor.state.nextCable, shape } });
      beginCable(editor);
    },
    label: () => say('editor.makeShape', { shape: shapeName(shape) }),
    checked: ({ state }) => shapeId(state.nextCable.shape) === shapeId(shape),
  };
}

/** Pulls the first plug at one end of the selected cable, to be put into another port. */
function replugging(side: 'a' | 'b'): Command {
  return {
    can: (editor) =>
      all(mayEdit(editor), when(onlyCable(editor) !== null, 'editor.needs.oneCable')),
    run(editor) {
      const cable = onlyCable(editor);
      const [port] = cable?.ends[side] ?? [];
      if (cable && port) beginReplug(editor, cable, port);
    },
  };
}

function onlyCable({ state: { design, selection } }: Editor): Cable | null {
  const [id, ...others] = selection.cables;
  return id === undefined || others.length > 0 ? null : (design.cables.get(id) ?? null);
}

/** One command a shape: `cable.shape.breakout-4` and so on. */
const shapeCommands = Object.fromEntries(
  CABLE_SHAPES.map((shape) => [`cable.shape.${shapeId(shape)}`, ofShape(shape)]),
) as Readonly<Record<`cable.shape.${ShapeId}`, Command>>;

/** One command a medium: `cable.medium.dac` and so on. */
const mediumCommands = Object.fromEntries(
  MEDIUM_IDS.map((medium) => [`cable.medium.${medium}`, ofMedium(medium)]),
) as Readonly<Record<`cable.medium.${MediumId}`, Command>>;

/** One command a rule: `cable.onlyRule.reach` and so on. */
const ruleCommands = Object.fromEntries(
  RULE_IDS.map((rule) => [`cable.onlyRule.${rule}`, showingRule(rule)]),
) as Readonly<Record<`cable.onlyRule.${RuleId}`, Command>>;

export const cableCommands = {
  ...shapeCommands,
  ...mediumCommands,
  ...ruleCommands,
  'cable.sideAuto': ledAlong('auto'),
  'cable.sideLeft': ledAlong('left'),
  'cable.sideRight': ledAlong('right'),
  'cable.estimateLength': editing('cables', [], (design, { state }) =>
    patchCables(design, state.selection.cables, { lengthM: null }),
  ),
  'cable.keepLength': keepingLength(),
  'cable.replugA': replugging('a'),
  'cable.replugB': replugging('b'),
  'cable.goToA': goingTo('a', 'Shift+A'),
  'cable.goToB': goingTo('b', 'Shift+B'),
  'cable.onlyFabric': showingOnly('fabric'),
  'cable.onlyRail': showingOnly('rail'),
  'cable.onlyMedium': showingOnly('medium'),
  'cable.onlyBundle': showingOnly('bundle'),
  'cable.onlyFindings': {
    keys: ['Alt+F'],
    can: always,
    run: (editor) =>
      filterCables(editor, {
        ...editor.state.view.cableFilter,
        finding: editor.state.view.cableFilter.finding === 'any' ? null : 'any',
      }),
    checked: ({ state }) => state.view.cableFilter.finding === 'any',
  },
  'cable.showAll': {
    keys: ['Alt+Shift+F'],
    can: ({ state }) => when(isFiltering(state.view.cableFilter), 'editor.needs.cableFilter'),
    run: (editor) => filterCables(editor, NO_FILTER),
  },
  'cable.othersFaint': {
    can: always,
    run(editor) {
      const { view } = editor.state;
      const otherCables = view.otherCables === 'faint' ? 'hidden' : 'faint';
      editor.set({ view: { ...view, otherCables } });
    },
    checked: ({ state }) => state.view.otherCables === 'faint',
  },
  'cable.selectEnds': {
    can: (editor) => needs(editor, 'cables'),
    run(editor) {
      const { design, selection } = editor.state;
      const cables = [...selection.cables].flatMap((id) => design.cables.get(id) ?? []);
      const refs = cables.flatMap(({ ends }) => [...ends.a, ...ends.b]);
      const devices = new Set(refs.map((ref) => ref.deviceId));
      editor.set({ selection: { ...NOTHING_SELECTED, devices } });
    },
  },
} satisfies Readonly<Record<string, Command>>;
