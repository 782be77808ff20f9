/** The editor: what the canvas, the panels and the shell may use of it. */
export { type Reason, sayReason } from '../../shared/rules/index.ts';
export { selectedBy, targetAt, worldAt } from './aim.ts';
export {
  type AnalysisClient,
  type AnalysisState,
  createAnalysisClient,
  startAnalysisWorker,
} from './analysis-client.ts';
export type { CableGeometry, CableLine } from './cable-geometry.ts';
export {
  type Camera,
  fitted,
  lowestZoom,
  panned,
  revealed,
  toScreen,
  toWorld,
  visibleBox,
  zoomedAt,
} from './camera.ts';
export {
  COMMAND_IDS,
  COMMANDS,
  type CommandId,
  canRun,
  commandLabel,
  isCommandId,
  runCommand,
} from './commands/table.ts';
export { fitAll, fitSelection } from './commands/view-commands.ts';
export { type CommitQueue, createCommitQueue, type SaveState } from './commit-queue.ts';
export { createEditor } from './create-editor.ts';
export { createDispatcher, type KeyPlace } from './dispatcher.ts';
export type { Editor, EditorState, Notice, Renaming } from './editor.ts';
export { type CablePatch, connectPorts, patchCables } from './edits/cable-edits.ts';
export { placeDevice, placeInFirstSlot } from './edits/device-edits.ts';
export type { EditAnswer } from './edits/edit.ts';
export {
  type DevicePatch,
  patchDevices,
  patchRacks,
  patchRow,
  patchSettings,
  patchType,
  type RackPatch,
  type SettingsPatch,
} from './edits/field-edits.ts';
export {
  addRacks,
  DEFAULT_RACK,
  RACK_HEIGHTS_U,
  RACK_WIDTHS_MM,
  type RackSpec,
} from './edits/rack-edits.ts';
export { boxAround, type Point, type Size } from './geometry.ts';
export type { Clipboard, Host, HostAction } from './host.ts';
export {
  acceleratorOf,
  chordCaps,
  chordOf,
  chordOwner,
  chordsOf,
  KEYMAP,
  type KeySettings,
  type Platform,
} from './keymap.ts';
export { contextMenu, MENUS, type MenuGroup } from './menus.ts';
export { EDITOR_OPTIONS } from './options.ts';
export type {
  CablePreview,
  CandidatePort,
  Ghost,
  Guide,
  Overlay,
  OverlayMessage,
} from './overlay.ts';
export {
  faceOfRack,
  facesOfRack,
  portBox,
  rackBox,
  seenDevice,
  selectionBox,
  targetBox,
  titleBox,
} from './places.ts';
export { type KeyInput, type Modifiers, NO_MODIFIERS, type PointerInput } from './pointer.ts';
export {
  beginRenaming,
  cancelRenaming,
  commitRenaming,
  nameOf,
  renameAndGoOn,
} from './renaming.ts';
export {
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  type SelectionRef,
  selectionOf,
  selectionRefs,
  selectionSize,
  toggled,
} from './selection.ts';
export { sameTarget, type Target } from './target.ts';
export { beginCable, beginPlacing, takeHandTool, takeSelectTool } from './tools/take-tool.ts';
export type { ViewState } from './view-state.ts';
