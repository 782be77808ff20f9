/** Ports that are kept free for something to come. */
import { cableAt } from '../../../shared/model/design-index.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { isKept } from '../../../shared/rules/index.ts';
import type { Editor } from '../editor.ts';
import { keepFreePorts, releasePorts, toggleKept } from '../edits/keep-ports.ts';
import { all, type Command, editing, mayEdit, when } from './command.ts';

function focusedPort({ state }: Editor): PortRef | null {
  return state.focus?.kind === 'port' ? state.focus.ref : null;
}

export const portCommands = {
  'port.keep': {
    can(editor) {
      const ref = focusedPort(editor);
      if (ref === null) return all(mayEdit(editor), when(false, 'editor.needs.port'));
      const free =
        isKept(editor.state.design, ref) || cableAt(editor.state.design, ref) === undefined;
      return all(mayEdit(editor), when(free, 'editor.needs.freePort'));
    },
    run(editor) {
      const ref = focusedPort(editor);
      if (ref) editor.perform(toggleKept(editor.state.design, ref));
    },
    checked(editor) {
      const ref = focusedPort(editor);
      return ref !== null && isKept(editor.state.design, ref);
    },
  },
  'device.keepPorts': editing('devices', [], (design, { state }) =>
    keepFreePorts(design, state.selection.devices),
  ),
  'device.releasePorts': editing('devices', [], (design, { state }) =>
    releasePorts(design, state.selection.devices),
  ),
} satisfies Readonly<Record<string, Command>>;
