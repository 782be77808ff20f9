/** The grouping as the settings remember it: one number beside those of the panels. */
import type { AppSettings } from '../../../shared/contract/ipc.ts';
import { GROUPINGS, type Grouping } from './finding-groups.ts';

type Panels = AppSettings['panels'];
const KEY = 'findings.grouping';

export function keptGrouping(panels: Panels): Grouping {
  return GROUPINGS[panels[KEY] ?? 0] ?? 'rule';
}

/** The settings with another grouping. */
export function withGrouping(panels: Panels, grouping: Grouping): Panels {
  return { ...panels, [KEY]: GROUPINGS.indexOf(grouping) };
}
