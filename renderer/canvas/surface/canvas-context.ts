/** What is drawn on: a canvas of the page or one off the screen. */
export type CanvasContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
