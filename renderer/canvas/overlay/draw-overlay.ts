/** The overlay's shapes, in the order in which they lie over each other. */
import type { Palette } from '../../../shared/drawing/index.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { type Editor, selectionSize } from '../../editor/index.ts';
import type { TextWidths } from '../surface/text-widths.ts';
import { drawGesture } from './draw-gesture.ts';
import { drawFocus, drawHover, drawSelection } from './draw-selection.ts';
import type { Ink } from './ink.ts';

export const OVERLAY_SHAPES = ['hover', 'selection', 'gesture', 'focus'] as const;
export type OverlayShape = (typeof OVERLAY_SHAPES)[number];

export interface OverlayInputs {
  readonly editor: Editor;
  readonly palette: Palette;
  readonly widths: TextWidths;
  /** What lies over the racks, and so over what is carried past them. */
  readonly lens: OverlayLens | null;
  /** Whether the ring of the keyboard's focus is shown. */
  readonly showFocus: boolean;
}

/** Draws one shape. @param context scaled to CSS pixels */
export function drawOverlayShape(
  shape: OverlayShape,
  context: CanvasRenderingContext2D,
  { editor, palette, widths, showFocus, lens }: OverlayInputs,
  pixelRatio: number,
): void {
  const { camera, viewport } = editor.state;
  const ink: Ink = { context, camera, viewport, palette, tokens: palette.tokens, widths };
  switch (shape) {
    case 'hover':
      drawHover(ink, editor);
      return;
    case 'selection':
      drawSelection(ink, editor);
      return;
    case 'gesture':
      drawGesture(ink, editor, { palette, lens, pixelRatio });
      return;
    case 'focus':
      if (showFocus) drawFocus(ink, editor);
      return;
    default:
      shape satisfies never;
  }
}

/** Whether no shape would draw anything. */
export function isOverlayEmpty({ state }: Editor, showFocus: boolean): boolean {
  const { overlay, hover, selection } = state;
  const hovers = hover !== null && hover.kind !== 'canvas' && hover.kind !== 'rack';
  const gesture =
    overlay.ghosts.length + overlay.guides.length + overlay.candidates.length > 0 ||
    overlay.message !== null ||
    overlay.marquee !== null ||
    overlay.cable !== null ||
    overlay.ways.length > 0 ||
    overlay.liftedRack !== null;
  return !hovers && !gesture && selectionSize(selection) === 0 && !(showFocus && state.focus);
}
