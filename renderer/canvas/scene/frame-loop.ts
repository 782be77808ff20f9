/** At most one redraw a frame, and none when nothing has changed. */
export interface FrameLoop {
  /** Asks for a redraw at the next frame. */
  request(): void;
  stop(): void;
}

/** @param draw draws a frame; it answers whether it wants another one */
export function createFrameLoop(draw: () => boolean): FrameLoop {
  let pending: number | null = null;
  const request = (): void => {
    pending ??= requestAnimationFrame(() => {
      pending = null;
      if (draw()) request();
    });
  };
  return {
    request,
    stop() {
      if (pending !== null) cancelAnimationFrame(pending);
      pending = null;
    },
  };
}
