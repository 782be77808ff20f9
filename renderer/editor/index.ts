/** The editor: what the canvas, the panels and the shell may use of it. */
export { sayReason } from '../../shared/rules/index.ts';
export { targetAt } from './aim.ts';
export {
  type AnalysisClient,
  type AnalysisState,
  createAnalysisClient,
  startAnalysisWorker,
} from './analysis-client.ts';
export {
  type CableFilter,
  cablesByRule,
  FILTERED_FACTS,
  type FilteredFact,
  filteredValue,
  isFiltering,
  NO_FILTER,
  onlyValues,
  shownCables,
} from './cable-filter.ts';
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
  type ClusterClient,
  type ClusterFigures,
  type ClusterRefusal,
  createClusterClient,
  startClusterWorker,
} from './cluster/cluster-client.ts';
export {
  type ClusterCheck,
  type ClusterCounts,
  MOST_CHECKED_CABLES,
  type PlannedRack,
} from './cluster/cluster-figures.ts';
export type { ClusterProgress } from './cluster/cluster-messages.ts';
export {
  COMMAND_IDS,
  type CommandId,
  canRun,
  commandLabel,
  isChecked,
  isCommandId,
  runCommand,
} from './commands/table.ts';
export { fitAll, fitSelection } from './commands/view-commands.ts';
export { type CommitQueue, createCommitQueue, type SaveState } from './commit-queue.ts';
export {
  type ComparisonClient,
  type ComparisonState,
  createComparisonClient,
  startComparisonWorker,
} from './comparison-client.ts';
export { createEditor } from './create-editor.ts';
export { createDispatcher, type KeyPlace } from './dispatcher.ts';
export type { Editor, EditorState, NextCable, Renaming } from './editor.ts';
export { adoptColumn } from './edits/adopt-edit.ts';
export { changeAreasOnFloor, LEAST_AREA_MM, leadPathway, movedPoint } from './edits/area-edits.ts';
export {
  addBackdrop,
  areaOnPanel,
  changeBackdrop,
  cropped,
  removeBackdrop,
  scaledByPoints,
  spannedBetween,
} from './edits/backdrop-edits.ts';
export { bringPictures } from './edits/brought-pictures.ts';
export {
  addCables,
  type CablePatch,
  keepLengths,
  patchCables,
  patchEach,
} from './edits/cable-edits.ts';
export { betterPlaces, buildCluster, updateCluster } from './edits/cluster-edits.ts';
export { placeInFirstSlot } from './edits/device-edits.ts';
export {
  addRevision,
  nextMark,
  patchTitleBlock,
  removeRevision,
  type TitleBlock,
} from './edits/drawing-edits.ts';
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
  type TypePatch,
} from './edits/field-edits.ts';
export { type AreaPatch, changePathways, type PathwayPatch } from './edits/floor-edits.ts';
export { standRow } from './edits/floor-move.ts';
export { faceRacks, setGap } from './edits/floor-rack-edits.ts';
export { addRowBlock, type RowBlock } from './edits/floor-row-edits.ts';
export { keepFound, removeFound, setAlias } from './edits/found-edits.ts';
export { nameCables } from './edits/naming-edits.ts';
export { addType } from './edits/own-type-edits.ts';
export { unplugEnd } from './edits/plug-edits.ts';
export {
  addRacks,
  DEFAULT_RACK,
  RACK_HEIGHTS_U,
  RACK_WIDTHS_MM,
  type RackSpec,
} from './edits/rack-edits.ts';
export { removeTypes, takeOverType } from './edits/type-edits.ts';
export { takeBackWaivers, waiveFinding } from './edits/waiver-edits.ts';
export { changeFaceplate } from './faceplate/change-faceplate.ts';
export { answerWaiting, drawType } from './faceplate/draw-type.ts';
export { handlesOf, resizable } from './faceplate/face-hit.ts';
export { type FaceOnCanvas, facesOnCanvas, partOnCanvas } from './faceplate/face-layout.ts';
export { type FaceplateState, type FacesShown, shownType } from './faceplate/faceplate-state.ts';
export {
  type NewPart,
  newBay,
  newCages,
  newShape,
  openingForPorts,
  sizeOfNew,
  withNewPart,
} from './faceplate/new-part.ts';
export {
  editFaceplate,
  fitFaces,
  newFaceplate,
} from './faceplate/open-faceplate.ts';
export {
  type PartKey,
  partsByKey,
  pickedParts,
  readingOrder,
} from './faceplate/parts.ts';
export { goToPart, partScreenBox, pickParts, showParts } from './faceplate/picking.ts';
export type { Point, Size } from './geometry.ts';
export { faceAt } from './hit.ts';
export type { Host, HostAction } from './host.ts';
export {
  acceleratorOf,
  chordCaps,
  chordOf,
  chordOwner,
  chordsOf,
  type KeySettings,
  type Platform,
} from './keymap.ts';
export { type LiveValue, liveValue, type Watched } from './live-value.ts';
export { contextMenu, MENUS, type MenuGroup, planContextMenu } from './menus.ts';
export { createOptimiseClient, startOptimiseWorker } from './optimise/optimise-client.ts';
export type { MovedCount } from './optimise/optimise-messages.ts';
export { dragAfterPx, EDITOR_OPTIONS } from './options.ts';
export type {
  CablePreview,
  CandidatePort,
  Ghost,
  Guide,
  OverlayMessage,
} from './overlay.ts';
export {
  facesOfRack,
  portBox,
  seenDevice,
  selectionBox,
  targetBox,
  titleBox,
} from './places.ts';
export { areaHandles, areaInHand } from './plan/drawing-areas.ts';
export { pathwayInHand } from './plan/leading-pathway.ts';
export {
  fitPlan,
  fitPlanSelection,
  isPlanActive,
  lowestPlanZoom,
  openRack,
  setPlan,
  showNewRows,
  showViews,
  zoomElevations,
  zoomPlan,
} from './plan/plan-camera.ts';
export {
  planSelectionBox,
  planTargetBox,
  racksMeant,
  samePlanTarget,
} from './plan/plan-hit.ts';
export type { PlanGuide, PlanTarget } from './plan/plan-state.ts';
export { planRef, planTargetAt } from './plan/plan-tool.ts';
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
  pruned,
  type Selection,
  type SelectionRef,
  selectionOf,
  selectionSize,
  toggled,
} from './selection.ts';
export { sameTarget, type Target } from './target.ts';
export {
  beginCable,
  beginMeasuring,
  beginPlacing,
  beginPlacingPart,
  beginReplug,
} from './tools/take-tool.ts';
export type { ViewState } from './view-state.ts';
export {
  type CableHandle,
  cableHandles,
  cableInHand,
  isHandleShown,
} from './waypoints/cable-handles.ts';
