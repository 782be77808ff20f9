/** The drawing in the window. */
export { CanvasView, type CanvasViewProps } from './canvas-view.tsx';
