/** Where one is in the design: room, row, rack, device, port. */
import { boxOfArea } from '../../shared/floor/area-box.ts';
import { floorPlan } from '../../shared/floor/floor-plan.ts';
import type { Design } from '../../shared/model/design.ts';
import { typeOf } from '../../shared/model/design-index.ts';
import type { PortRef } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import {
  type Editor,
  faceAt,
  fitPlan,
  fitPlanSelection,
  fitted,
  openRack,
  portBox,
  selectionBox,
  selectionOf,
  setPlan,
  showViews,
} from '../editor/index.ts';

export interface Crumb {
  readonly kind: 'room' | 'row' | 'rack' | 'device' | 'port';
  readonly id: string;
  readonly name: string;
  /** Shows it: in the plan, or in the racks. */
  readonly go: (editor: Editor) => void;
}

interface Here {
  readonly rowId: string | null;
  readonly rackId: string | null;
  readonly deviceId: string | null;
  readonly port: PortRef | null;
}

/** From this zoom on the rack in the middle of the elevations is where one is, px per mm. */
const IN_RACK_ZOOM = 0.2;

/** The way down to what is selected or in focus; else to the rack that fills the view. */
export function crumbsOf(editor: Editor): readonly Crumb[] {
  const { design } = editor.state;
  const here = whereIsOne(editor);
  const row = here.rowId === null ? undefined : design.rows.get(here.rowId);
  const rack = here.rackId === null ? undefined : design.racks.get(here.rackId);
  const device = here.deviceId === null ? undefined : design.devices.get(here.deviceId);
  const type = device && typeOf(design, device);
  const port = type?.ports.find(({ id }) => id === here.port?.portId);
  return [
    roomCrumb(design, here),
    ...(row ? [rowCrumb(row.id, row.name)] : []),
    ...(rack ? [rackCrumb(rack.id, rack.name)] : []),
    ...(device ? [deviceCrumb(device.id, device.name)] : []),
    ...(here.port && port ? [portCrumb(here.port, port.name)] : []),
  ];
}

function whereIsOne(editor: Editor): Here {
  const { design, selection, focus } = editor.state;
  const inRack = (rackId: string | undefined, rest: Partial<Here> = {}): Here => ({
    rowId: rackId === undefined ? null : (design.racks.get(rackId)?.rowId ?? null),
    rackId: rackId ?? null,
    deviceId: null,
    port: null,
    ...rest,
  });
  const [rack] = selection.racks;
  const [device] = selection.devices;
  const [row] = selection.rows;
  if (device !== undefined) {
    const port = focus?.kind === 'port' && focus.ref.deviceId === device ? focus.ref : null;
    return inRack(design.devices.get(device)?.rackId, { deviceId: device, port });
  }
  if (rack !== undefined) return inRack(rack);
  if (row !== undefined) return { ...inRack(undefined), rowId: row };
  if (focus?.kind === 'port') {
    return inRack(focus.rackId, { deviceId: focus.ref.deviceId, port: focus.ref });
  }
  return inRack(rackInMiddle(editor));
}

function rackInMiddle(editor: Editor): string | undefined {
  const { camera, viewport, plan } = editor.state;
  if (plan.shown === 'plan' || camera.zoom < IN_RACK_ZOOM) return undefined;
  const x = camera.x + viewport.width / 2 / camera.zoom;
  const y = camera.y + viewport.height / 2 / camera.zoom;
  return faceAt(editor.layout, { x, y })?.rackId;
}

/** The room that holds the rack, or the whole floor. */
function roomCrumb(design: Design, { rackId, rowId }: Here): Crumb {
  const plan = floorPlan(design);
  const box =
    (rackId === null ? undefined : plan.racks.get(rackId)?.box) ??
    (rowId === null ? undefined : plan.rowOf.get(rowId)?.box);
  const rooms = [...design.areas.values()].filter(({ purpose }) => purpose === 'room');
  const room = box
    ? rooms.find((area) => {
        const { x, y, width, height } = boxOfArea(area);
        return box.x >= x && box.y >= y && box.x <= x + width && box.y <= y + height;
      })
    : rooms.length === 1
      ? rooms[0]
      : undefined;
  return {
    kind: 'room',
    id: room?.id ?? '',
    name: room?.name ?? say('plan.crumb.floor'),
    go: (editor) => {
      if (editor.state.plan.shown === 'elevations') showViews(editor, 'plan');
      fitPlan(editor);
    },
  };
}

function rowCrumb(id: string, name: string): Crumb {
  return {
    kind: 'row',
    id,
    name: say('plan.crumb.row', { name }),
    go: (editor) => {
      if (editor.state.plan.shown === 'elevations') showViews(editor, 'plan');
      editor.set({ selection: selectionOf([{ kind: 'row', id }]) });
      setPlan(editor, { focus: { kind: 'row', rowId: id }, lookedAt: true });
      fitPlanSelection(editor);
    },
  };
}

function rackCrumb(id: string, name: string): Crumb {
  return {
    kind: 'rack',
    id,
    name,
    go: (editor) => {
      editor.set({ selection: selectionOf([{ kind: 'rack', id }]) });
      openRack(editor, id);
    },
  };
}

function deviceCrumb(id: string, name: string): Crumb {
  return {
    kind: 'device',
    id,
    name,
    go: (editor) => {
      const selection = selectionOf([{ kind: 'device', id }]);
      const box = selectionBox(editor.state.design, editor.layout, selection);
      editor.set({ selection });
      lookAt(editor, box);
    },
  };
}

function portCrumb(ref: PortRef, name: string): Crumb {
  return {
    kind: 'port',
    id: `${ref.deviceId} ${ref.portId}`,
    name,
    go: (editor) => lookAt(editor, portBox(editor.state.design, editor.layout, ref)),
  };
}

/** Shows a part of the elevations, which are shown for it. */
function lookAt(editor: Editor, box: ReturnType<typeof portBox>): void {
  if (!box) return;
  const { viewport, plan } = editor.state;
  const window = viewport.width > 0 ? viewport : plan.viewport;
  const camera = fitted(box, window);
  if (plan.shown === 'plan') {
    const to = { ...plan, shown: 'elevations', active: false, cameByZoom: true } as const;
    editor.set({ camera, plan: to });
    return;
  }
  editor.set({ camera });
}

/** The crumbs in one text: the same words are the same crumbs. */
export function crumbsKey(editor: Editor): string {
  return crumbsOf(editor)
    .map(({ kind, id, name }) => `${kind} ${id} ${name}`)
    .join('\n');
}
