/** Which panels are shown and how large, as the settings remember it: one number per panel and fact. */
import type { AppSettings } from '../../shared/contract/ipc.ts';

export type SidePanel = 'library' | 'inspector' | 'findings';
type Panels = AppSettings['panels'];

/** Sizes of a new window, px: they leave the canvas the most room at 1280 × 800. */
const DEFAULT_PX: Readonly<Record<SidePanel, number>> = {
  library: 272,
  inspector: 296,
  findings: 208,
};

export function panelSize(panels: Panels, panel: SidePanel): number {
  return panels[panel] ?? DEFAULT_PX[panel];
}

export function isPanelShown(panels: Panels, panel: SidePanel): boolean {
  return panels[`${panel}.hidden`] !== 1;
}

/** The settings with a panel shown or hidden. */
export function withPanelShown(panels: Panels, panel: SidePanel, shown: boolean): Panels {
  return { ...panels, [`${panel}.hidden`]: shown ? 0 : 1 };
}

/** What the bottom panel shows. */
export type BottomContent = 'findings' | 'cables';

export function bottomContent(panels: Panels): BottomContent {
  return panels['bottom.cables'] === 1 ? 'cables' : 'findings';
}

/** The settings with the bottom panel's content chosen. */
export function withBottom(panels: Panels, content: BottomContent): Panels {
  return { ...panels, 'bottom.cables': content === 'cables' ? 1 : 0 };
}
