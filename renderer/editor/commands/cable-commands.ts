/** What a cable is made of, how it is led, and where it ends. */
import { mediumName } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import type { CableSide } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { patchCables } from '../edits/cable-edits.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { NOTHING_SELECTED } from '../selection.ts';
import { type Command, editing, needs } from './command.ts';

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

/** One command a medium: `cable.medium.dac` and so on. */
const mediumCommands = Object.fromEntries(
  MEDIUM_IDS.map((medium) => [`cable.medium.${medium}`, ofMedium(medium)]),
) as Readonly<Record<`cable.medium.${MediumId}`, Command>>;

export const cableCommands = {
  ...mediumCommands,
  'cable.sideAuto': ledAlong('auto'),
  'cable.sideLeft': ledAlong('left'),
  'cable.sideRight': ledAlong('right'),
  'cable.estimateLength': editing('cables', [], (design, { state }) =>
    patchCables(design, state.selection.cables, { lengthM: null }),
  ),
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
