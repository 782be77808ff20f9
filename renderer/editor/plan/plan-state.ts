/** How the plan of the floor is looked at, and what a gesture shows over it. Nothing of it is in the design. */
import type { PlanOverlayKind } from '../../../shared/drawing/overlays/plan-overlay.ts';
import type { RackPlace } from '../../../shared/floor/floor-plan.ts';
import type { AreaId, PathwayId, RackId, RowId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type {
  AreaPurpose,
  Pathway,
  PathwayLevel,
  PlanPoint,
} from '../../../shared/model/records.ts';
import { type Camera, HOME_CAMERA } from '../camera.ts';
import type { Point, Size } from '../geometry.ts';
import type { Cursor, OverlayMessage } from '../overlay.ts';

/** What the window shows of the design: the elevations, the plan, or both side by side. */
export type Shown = 'elevations' | 'plan' | 'both';

/** What lies under the pointer in the plan, or under the keyboard's focus. */
export type PlanTarget =
  | { readonly kind: 'rack'; readonly rackId: RackId }
  | { readonly kind: 'row'; readonly rowId: RowId }
  | { readonly kind: 'area'; readonly areaId: AreaId }
  | { readonly kind: 'pathway'; readonly pathwayId: PathwayId }
  | { readonly kind: 'floor' };

/** What a press on open floor makes. */
export type PlanTool =
  | { readonly tool: 'select' }
  | { readonly tool: 'hand' }
  | { readonly tool: 'area'; readonly purpose: AreaPurpose }
  | { readonly tool: 'pathway'; readonly level: PathwayLevel };

/** A line with a length beside it: what something snapped to, or how far it is from its neighbour. */
export interface PlanGuide {
  readonly from: Point;
  readonly to: Point;
  readonly label: string;
}

export interface PlanOverlay {
  /** Racks in the hand, where they would stand. */
  readonly racks: readonly RackPlace[];
  /** Racks that the drawing leaves out meanwhile. */
  readonly lifted: ReadonlySet<RackId>;
  /** Areas as they would be: moved, resized, drawn. */
  readonly boxes: readonly Box[];
  /** Pathways as they would be led. */
  readonly pathways: readonly Pick<Pathway, 'points' | 'widthMm'>[];
  /** Whether it can be so. */
  readonly allowed: boolean;
  readonly guides: readonly PlanGuide[];
  readonly message: OverlayMessage | null;
  readonly marquee: Box | null;
  /** Points of a pathway that is being drawn. */
  readonly drawn: readonly PlanPoint[];
  readonly cursor: Cursor;
  readonly hint: string;
}

export const EMPTY_PLAN_OVERLAY: PlanOverlay = {
  racks: [],
  lifted: new Set(),
  boxes: [],
  pathways: [],
  allowed: true,
  guides: [],
  message: null,
  marquee: null,
  drawn: [],
  cursor: 'default',
  hint: '',
};

export interface PlanState {
  readonly shown: Shown;
  /** Whether keys and zoom commands are for the plan while both are shown: it was worked in last. */
  readonly active: boolean;
  readonly camera: Camera;
  /** Whether the camera was ever led to a place of the plan. */
  readonly lookedAt: boolean;
  readonly viewport: Size;
  readonly hover: PlanTarget | null;
  readonly pointer: Point | null;
  readonly focus: PlanTarget | null;
  readonly tool: PlanTool;
  readonly overlay: PlanOverlay;
  readonly lens: PlanOverlayKind | null;
  /** Whether things snap to the grid and to each other while they are dragged. */
  readonly snapping: boolean;
  /** Whether the racks' picture was reached by zooming in from the plan: zooming out leads back. */
  readonly cameByZoom: boolean;
}

export const FIRST_PLAN: PlanState = {
  shown: 'elevations',
  active: false,
  camera: HOME_CAMERA,
  lookedAt: false,
  viewport: { width: 0, height: 0 },
  hover: null,
  pointer: null,
  focus: null,
  tool: { tool: 'select' },
  overlay: EMPTY_PLAN_OVERLAY,
  lens: null,
  snapping: true,
  cameByZoom: false,
};
