/** Commands by the menu they stand in first, for lists of keys. */
import { say } from '../../shared/text/index.ts';
import { type CommandId, MENUS } from '../editor/index.ts';

export interface CommandGroup {
  readonly title: string;
  readonly ids: readonly CommandId[];
}

/** The commands given, grouped like the menu bar; each stands once. */
export function groupCommands(ids: readonly CommandId[]): readonly CommandGroup[] {
  const left = new Set(ids);
  const groups = MENUS.map((menu) => {
    const own = menu.groups.flat().filter((id) => left.delete(id));
    // Commands without a menu row of their own stand with their kind: `device.upFar` with the devices.
    const kin = [...left].filter((id) => id.startsWith(`${menu.id}.`) && left.delete(id));
    return { title: say(menu.labelKey), ids: [...own, ...kin] };
  });
  return groups.filter((group) => group.ids.length > 0);
}
