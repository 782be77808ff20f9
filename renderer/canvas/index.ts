/** The drawing in the window. */
export { CanvasView } from './canvas-view.tsx';
