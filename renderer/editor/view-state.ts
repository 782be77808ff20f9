/** How the design is looked at. Not in the design, not in the history. */
import type { ElevationView } from '../../shared/drawing/layout.ts';
import type { OverlayKind } from '../../shared/drawing/overlays/overlay-kind.ts';
import { type CableFilter, NO_FILTER } from './cable-filter.ts';

export interface ViewState {
  readonly elevation: ElevationView;
  readonly showCables: boolean;
  readonly showLabels: boolean;
  /** What of the analysis lies over the racks; null for nothing. */
  readonly lens: OverlayKind | null;
  readonly cableFilter: CableFilter;
  /** What the racks show of the cables that the filter takes out. */
  readonly otherCables: 'faint' | 'hidden';
  /** Whether the colours of the cables are told over the racks. */
  readonly cableLegend: boolean;
}

export const DEFAULT_VIEW: ViewState = {
  elevation: 'both',
  showCables: true,
  showLabels: true,
  lens: null,
  cableFilter: NO_FILTER,
  otherCables: 'faint',
  cableLegend: false,
};

/** The elevation that comes after this one: both, front, rear, both. */
export function nextElevation(elevation: ElevationView): ElevationView {
  switch (elevation) {
    case 'both':
      return 'front';
    case 'front':
      return 'rear';
    case 'rear':
      return 'both';
    default:
      return elevation satisfies never;
  }
}
