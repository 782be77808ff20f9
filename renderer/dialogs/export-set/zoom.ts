/** How large a page of the preview is shown. */

/** Whole in the window, as wide as it, or in percent of its true size. */
export type Zoom = 'page' | 'width' | number;

export const ZOOMS: readonly Zoom[] = ['page', 'width', 50, 75, 100, 150, 200, 300, 400];

/** The next larger or smaller zoom; from one that fits it goes to the true size or half of it. */
export function nextZoom(zoom: Zoom, by: 1 | -1): Zoom {
  const steps = ZOOMS.filter((each) => typeof each === 'number');
  if (typeof zoom === 'string') return by > 0 ? 100 : 50;
  const at = steps.indexOf(zoom) + by;
  return steps[Math.max(0, Math.min(steps.length - 1, at))] ?? zoom;
}
