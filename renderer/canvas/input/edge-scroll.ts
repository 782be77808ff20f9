/** A drag that rests at the canvas' edge moves the drawing under it. */
import { type Editor, type PointerInput, panned } from '../../editor/index.ts';

/** Width of the zone along the edges, px. */
const ZONE_PX = 24;
/** The drawing stays while the pointer only passes the edge, ms. */
const DELAY_MS = 200;
/** Fastest scrolling, px a second. */
const FASTEST_PX_S = 900;

export interface EdgeScroll {
  /** The pointer of a running drag is here now. */
  track(input: PointerInput): void;
  stop(): void;
}

/** @param again repeats the last pointer move: the world has moved under it */
export function createEdgeScroll(editor: Editor, again: (input: PointerInput) => void): EdgeScroll {
  let last: PointerInput | null = null;
  let since = 0;
  let pending: number | null = null;

  function tick(now: number): void {
    pending = null;
    if (!last) return;
    const speed = speedAt(editor, last);
    if (!speed) return;
    const waited = now - since;
    if (waited > DELAY_MS) {
      const { camera } = editor.state;
      editor.set({ camera: panned(camera, -speed.x / 60, -speed.y / 60) });
      again(last);
    }
    pending = requestAnimationFrame(tick);
  }
  return {
    track(input) {
      last = input;
      if (pending !== null || !speedAt(editor, input)) return;
      since = performance.now();
      pending = requestAnimationFrame(tick);
    },
    stop() {
      last = null;
      if (pending !== null) cancelAnimationFrame(pending);
      pending = null;
    },
  };
}

/** How fast to scroll, px a second; null away from the edges. */
function speedAt(editor: Editor, { screen }: PointerInput): { x: number; y: number } | null {
  const { width, height } = editor.state.viewport;
  const x = along(screen.x, width);
  const y = along(screen.y, height);
  return x === 0 && y === 0 ? null : { x, y };
}

function along(position: number, size: number): number {
  const into = Math.max(ZONE_PX - position, 0) || -Math.max(position - (size - ZONE_PX), 0);
  return -Math.max(-1, Math.min(1, into / ZONE_PX)) * FASTEST_PX_S;
}
