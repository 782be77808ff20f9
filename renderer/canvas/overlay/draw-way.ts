/** The way of the selected cable: its handles, and where it would go while it is led by hand. */
import {
  type CableHandle,
  cableHandles,
  cableInHand,
  type Editor,
  isHandleShown,
  type Point,
  toScreen,
} from '../../editor/index.ts';
import { type Ink, isOnScreen } from './ink.ts';

/** Half the side of a point's square and half the length of a stretch's bar, px. */
const POINT_PX = 5;
const BAR_PX = 8;
const BAR_WIDTH_PX = 5;

/** Points are squares; a stretch that can be pulled has a bar in its middle. */
export function drawHandles(ink: Ink, editor: Editor): void {
  const cable = cableInHand(editor);
  if (!cable || editor.state.readOnly) return;
  const isBusy = editor.state.overlay.ways.length > 0;
  // Points lie over stretches, and come first.
  for (const handle of cableHandles(editor, cable).toReversed()) {
    if (!isHandleShown(handle, ink.camera.zoom) || (isBusy && handle.kind === 'stretch')) continue;
    drawHandle(ink, handle);
  }
}

function drawHandle(ink: Ink, handle: CableHandle): void {
  const { context, camera, tokens } = ink;
  const { x, y } = toScreen(camera, handle.at);
  const box = { x: x - BAR_PX, y: y - BAR_PX, width: 2 * BAR_PX, height: 2 * BAR_PX };
  if (!isOnScreen(ink, box)) return;
  const isPoint = handle.kind === 'point';
  const [half, across] = isPoint ? [POINT_PX, POINT_PX] : [BAR_PX, BAR_WIDTH_PX / 2];
  const [w, h] = isPoint || !handle.upright ? [half, across] : [across, half];
  context.beginPath();
  context.roundRect(Math.round(x) - w, Math.round(y) - h, 2 * w, 2 * h, isPoint ? 2 : 2.5);
  context.fillStyle = isPoint ? tokens.selection : tokens.background;
  context.strokeStyle = isPoint ? tokens.background : tokens.selection;
  context.lineWidth = isPoint ? 2 : 1.5;
  context.fill();
  context.stroke();
}

/** The way that the cable would be led, over the one it has. */
export function drawWays(ink: Ink, ways: readonly (readonly Point[])[], refused: boolean): void {
  const { context, camera, tokens } = ink;
  const trace = (colour: string, widthPx: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = widthPx;
    context.beginPath();
    for (const line of ways) {
      for (const [index, point] of line.entries()) {
        const { x, y } = toScreen(camera, point);
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
    context.stroke();
  };
  context.lineJoin = 'round';
  context.lineCap = 'round';
  trace(tokens.background, 6);
  context.setLineDash([8, 6]);
  trace(refused ? tokens.refused : tokens.selection, 3);
  context.setLineDash([]);
  context.lineCap = 'butt';
}
