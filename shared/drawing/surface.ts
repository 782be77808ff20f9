/**
 * What a painter draws on. The canvas, the SVG file, the PDF page and the recording of a test are surfaces;
 * the painters know only this. All lengths are in the painter's own millimetres; the surface scales.
 *
 * Paints and text styles are made once per palette and compared by identity, so that a surface can skip
 * setting the same colour ten thousand times.
 */
export interface Paint {
  /** CSS colour, or null for no filling. */
  readonly fill: string | null;
  /** CSS colour, or null for no outline. */
  readonly stroke: string | null;
  /** Width of the outline, mm; 0 is the thinnest line the surface has. */
  readonly strokeMm: number;
  /** Lengths of dash and gap, mm; empty for a solid line. */
  readonly dashMm: readonly number[];
}

export interface TextStyle {
  readonly colour: string;
  /** Height of the letters' em, mm. */
  readonly sizeMm: number;
  readonly weight: 'regular' | 'semibold';
  readonly align: 'left' | 'centre' | 'right';
}

/** How wide the outline of a box is, mm; none for the thinnest line there is. */
export function outlineMm({ stroke, strokeMm }: Paint): number {
  return stroke === null ? 0 : strokeMm;
}

export interface Surface {
  /** A box; its outline lies within it, so that boxes side by side do not cover each other's edges. */
  rect(x: number, y: number, width: number, height: number, paint: Paint): void;
  circle(x: number, y: number, radius: number, paint: Paint): void;
  /**
   * An open line through points `x0, y0, x1, y1, ...`, its corners rounded by `radius` mm where given. The
   * points are read at once: the caller may use the array again.
   */
  line(points: readonly number[], paint: Paint, radius?: number): void;
  /** A closed polygon. */
  polygon(points: readonly number[], paint: Paint): void;
  /** One line of text, vertically centred on y; cut with an ellipsis when it is wider than `maxWidth` mm. */
  text(x: number, y: number, text: string, style: TextStyle, maxWidth?: number): void;
  /** A raster picture, by the key under which the surface's owner keeps it. */
  image(x: number, y: number, width: number, height: number, key: string): void;
  /** Draws `content` moved by (x, y), and turned by a quarter counter-clockwise when `turned`. */
  at(x: number, y: number, content: () => void, turned?: boolean): void;
  /** Draws `content` clipped to the box. */
  clip(x: number, y: number, width: number, height: number, content: () => void): void;
  /**
   * Draws at (x, y) a content that is the same wherever the same `key` is drawn, and lies within
   * `width` × `height`. A surface that writes a file keeps it once and refers to it; one without `symbol` is
   * given the primitives each time.
   */
  symbol?(
    x: number,
    y: number,
    width: number,
    height: number,
    key: object,
    content: (surface: Surface) => void,
  ): void;
}
