/** The menus: which command stands where. Names, keys and greyed rows come from the command table. */
import type { CommandId } from './commands/table.ts';
import type { PlanTarget } from './plan/plan-state.ts';
import type { Target } from './target.ts';

/** Commands between two separators. */
export type MenuGroup = readonly CommandId[];

export interface Menu {
  readonly id:
    | 'file'
    | 'edit'
    | 'view'
    | 'overlay'
    | 'plan'
    | 'rack'
    | 'device'
    | 'cable'
    | 'faceplate'
    | 'help';
  /** Message key of its name. */
  readonly labelKey: string;
  readonly groups: readonly MenuGroup[];
}

function menu(id: Menu['id'], ...groups: MenuGroup[]): Menu {
  return { id, labelKey: `editor.menu.${id}`, groups };
}

/** The menu bar, left to right. */
export const MENUS: readonly Menu[] = [
  menu(
    'file',
    ['file.new', 'file.newWindow', 'file.open', 'file.sample'],
    ['file.save', 'file.saveAs', 'file.versions'],
    ['file.importTypes', 'file.importTypesFolder'],
    [
      'file.exportPdf',
      'file.exportPicture',
      'file.exportSvg',
      'file.exportCsv',
      'file.exportLists',
      'file.exportTypes',
    ],
    ['cluster.new', 'cluster.change', 'design.optimise'],
    ['file.found'],
    ['app.settings'],
    ['file.close', 'file.quit'],
  ),
  menu(
    'edit',
    ['edit.undo', 'edit.redo'],
    ['edit.cut', 'edit.copy', 'edit.paste', 'edit.pasteInPlace', 'edit.duplicate', 'edit.delete'],
    ['edit.copyPicture', 'edit.copyTable'],
    ['edit.rename'],
    ['select.all', 'select.none', 'select.sameType', 'select.devicesInRack', 'select.cables'],
    ['edit.find', 'app.palette'],
  ),
  menu(
    'view',
    ['view.zoomIn', 'view.zoomOut', 'view.zoom100', 'view.fitAll', 'view.fitSelection'],
    ['view.elevations', 'view.plan', 'view.sideBySide', 'view.inElevations', 'view.inPlan'],
    ['view.both', 'view.front', 'view.rear', 'view.nextElevation'],
    ['view.cables', 'view.labels'],
    ['tool.select', 'tool.hand', 'tool.cable'],
    ['view.library', 'view.inspector', 'view.findings', 'view.cableTable', 'view.focusMode'],
    ['view.compareMedia'],
    ['view.theme', 'view.fullScreen'],
  ),
  menu(
    'overlay',
    ['view.overlay.none'],
    [
      'view.overlay.ports',
      'view.overlay.reach',
      'view.overlay.bundles',
      'view.overlay.blocked',
      'view.overlay.outlet',
    ],
    [
      'plan.overlay.power',
      'plan.overlay.heat',
      'plan.overlay.weight',
      'plan.overlay.ports',
      'plan.overlay.reach',
      'plan.overlay.copper',
      'plan.overlay.trays',
    ],
    ['view.cableLegend'],
    ['cable.onlyFabric', 'cable.onlyRail', 'cable.onlyMedium', 'cable.onlyBundle'],
    ['cable.onlyFindings', 'cable.othersFaint', 'cable.showAll'],
  ),
  menu(
    'plan',
    [
      'plan.draw.room',
      'plan.draw.cold-aisle',
      'plan.draw.hot-aisle',
      'plan.draw.column',
      'plan.draw.keep-out',
      'plan.draw.overhead',
      'plan.draw.underfloor',
      'plan.placeInMiddle',
    ],
    ['edit.rename', 'edit.duplicate', 'edit.delete', 'select.sameType'],
    ['plan.turn', 'plan.quarterTurn', 'plan.mirror'],
    ['plan.alignLeft', 'plan.alignRight', 'plan.alignTop', 'plan.alignBottom'],
    ['plan.distributeAcross', 'plan.distributeDown'],
    ['plan.numberRacks', 'plan.nameRows', 'plan.selectRow'],
    ['plan.snapping'],
  ),
  menu(
    'rack',
    ['rack.add', 'rack.addWithDialog', 'row.addBlock', 'row.add', 'row.removeEmpty'],
    ['edit.rename', 'edit.duplicate', 'edit.delete'],
    ['rack.left', 'rack.right'],
    ['rack.airPage', 'rack.blank', 'select.devicesInRack'],
  ),
  menu(
    'device',
    ['edit.rename', 'edit.duplicate', 'edit.delete'],
    ['device.up', 'device.down', 'device.nextFreeUp', 'device.nextFreeDown'],
    ['device.left', 'device.right', 'device.flip'],
    ['device.lock'],
    ['port.keep', 'device.keepPorts', 'device.releasePorts'],
    ['select.sameType', 'select.cables'],
    ['faceplate.edit', 'faceplate.export'],
    ['type.removeUnused'],
  ),
  menu(
    'cable',
    ['tool.cable', 'cable.connectRanges'],
    [
      'cable.shape.plain',
      'cable.shape.breakout-2',
      'cable.shape.breakout-4',
      'cable.shape.breakout-8',
    ],
    ['edit.rename', 'edit.delete'],
    ['cable.medium.dac', 'cable.medium.acc', 'cable.medium.aec', 'cable.medium.aoc'],
    ['cable.medium.mmf', 'cable.medium.smf', 'cable.medium.lpo', 'cable.medium.cpo'],
    ['cable.medium.base-t', 'cable.medium.power'],
    ['cable.sideAuto', 'cable.sideLeft', 'cable.sideRight'],
    ['cable.addWaypoint', 'cable.nextWaypoint', 'cable.removeWaypoint', 'cable.leadAutomatically'],
    ['cable.estimateLength', 'cable.keepLength'],
    ['cable.replugA', 'cable.replugB'],
    ['cable.goToA', 'cable.goToB', 'cable.selectEnds'],
    ['cable.naming'],
  ),
  menu(
    'faceplate',
    ['faceplate.edit', 'faceplate.new', 'faceplate.export'],
    [
      'faceplate.alignLeft',
      'faceplate.alignCentre',
      'faceplate.alignRight',
      'faceplate.alignTop',
      'faceplate.alignMiddle',
      'faceplate.alignBottom',
    ],
    ['faceplate.distributeAcross', 'faceplate.distributeDown'],
    ['faceplate.group', 'faceplate.ungroup', 'faceplate.lock'],
    [
      'faceplate.toOtherFace',
      'faceplate.copyToOtherFace',
      'faceplate.mirrorAcross',
      'faceplate.mirrorDown',
      'faceplate.flip',
    ],
    ['faceplate.snapping', 'faceplate.close'],
  ),
  menu('help', ['app.palette', 'app.shortcuts'], ['app.about']),
];

/** The context menu of what was clicked: at most twelve rows, in the order of the menu bar. */
export function contextMenu(target: Target): readonly MenuGroup[] {
  switch (target.kind) {
    case 'device':
      return [
        ['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete'],
        ['edit.rename'],
        ['view.fitSelection', 'faceplate.edit'],
        ['device.flip', 'device.lock'],
        ['device.keepPorts', 'device.releasePorts'],
        ['select.cables'],
      ];
    case 'port':
      return [
        ['tool.cable', 'port.keep'],
        ['edit.copy', 'edit.duplicate', 'edit.delete'],
        ['edit.rename'],
        ['view.fitSelection'],
        ['device.flip', 'device.lock'],
        ['select.cables'],
      ];
    case 'rack':
    case 'rack-title':
      return [
        ['edit.paste', 'edit.copy', 'edit.duplicate', 'edit.delete'],
        ['edit.rename'],
        ['view.fitSelection'],
        ['rack.airPage'],
        ['rack.add', 'rack.left', 'rack.right', 'rack.blank'],
        ['select.devicesInRack'],
      ];
    case 'cable':
      return [
        ['edit.delete'],
        ['edit.rename'],
        ['view.fitSelection'],
        ['cable.medium.dac', 'cable.medium.aec', 'cable.medium.aoc', 'cable.medium.mmf'],
        ['cable.addWaypoint'],
        ['cable.goToA', 'cable.goToB', 'cable.selectEnds'],
        ['cable.onlyFabric'],
      ];
    case 'waypoint':
      return [
        ['cable.removeWaypoint', 'cable.leadAutomatically'],
        ['cable.addWaypoint', 'cable.nextWaypoint'],
        ['view.fitSelection'],
      ];
    case 'part':
      return [
        ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate', 'edit.delete'],
        ['faceplate.group', 'faceplate.ungroup', 'faceplate.lock'],
        ['faceplate.toOtherFace', 'faceplate.copyToOtherFace', 'faceplate.flip'],
        ['view.fitSelection'],
      ];
    case 'face':
      return [
        ['edit.paste', 'edit.pasteInPlace'],
        ['select.all'],
        ['view.fitAll', 'view.nextElevation'],
        ['faceplate.snapping', 'faceplate.close'],
      ];
    case 'canvas':
      return [
        ['edit.paste'],
        ['select.all'],
        ['view.fitAll', 'view.nextElevation', 'view.cables'],
        ['rack.add', 'rack.addWithDialog', 'row.add'],
        ['cable.connectRanges'],
      ];
    default:
      return target satisfies never;
  }
}

/** The same for what was clicked in the plan. */
export function planContextMenu(target: PlanTarget): readonly MenuGroup[] {
  switch (target.kind) {
    case 'rack':
      return [
        ['view.inElevations'],
        ['edit.copy', 'edit.duplicate', 'edit.delete'],
        ['edit.rename'],
        ['plan.turn', 'plan.selectRow'],
        ['view.fitSelection'],
        ['rack.add', 'rack.left', 'rack.right'],
        ['rack.airPage'],
      ];
    case 'row':
      return [
        ['edit.rename', 'edit.delete'],
        ['plan.turn', 'plan.quarterTurn', 'plan.mirror'],
        ['plan.numberRacks', 'plan.nameRows'],
        ['plan.alignLeft', 'plan.alignTop', 'plan.distributeDown'],
        ['view.fitSelection'],
      ];
    case 'area':
    case 'pathway':
      return [
        ['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete'],
        ['edit.rename'],
        ['select.sameType'],
        ['view.fitSelection'],
      ];
    case 'floor':
      return [
        ['edit.paste', 'edit.pasteInPlace'],
        ['row.addBlock', 'rack.add'],
        ['plan.draw.room', 'plan.draw.cold-aisle', 'plan.draw.hot-aisle', 'plan.draw.overhead'],
        ['select.all', 'view.fitAll'],
        ['view.elevations', 'view.sideBySide'],
      ];
    default:
      return target satisfies never;
  }
}
