/** A surface that remembers what was drawn, in the coordinates of where it was drawn: for tests. */
import type { Paint, Surface, TextStyle } from './surface.ts';

export interface Mark {
  readonly shape: 'rect' | 'circle' | 'line' | 'polygon' | 'text' | 'image';
  /** Corners or points in absolute mm; for text its anchor. */
  readonly points: readonly number[];
  readonly paint: Paint | null;
  readonly text: string;
  readonly style: TextStyle | null;
}

export class RecordingSurface implements Surface {
  readonly marks: Mark[] = [];
  #x = 0;
  #y = 0;
  #turned = false;

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.#mark('rect', [x, y, x + width, y + height], paint);
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.#mark('circle', [x - radius, y - radius, x + radius, y + radius], paint);
  }

  line(points: readonly number[], paint: Paint): void {
    this.#mark('line', points, paint);
  }

  polygon(points: readonly number[], paint: Paint): void {
    this.#mark('polygon', points, paint);
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    this.#mark('text', [x, y], null, text, style);
  }

  image(x: number, y: number, width: number, height: number, key: string): void {
    this.#mark('image', [x, y, x + width, y + height], null, key);
  }

  at(x: number, y: number, content: () => void, turned = false): void {
    const before = { x: this.#x, y: this.#y, turned: this.#turned };
    [this.#x, this.#y] = this.#absolute(x, y);
    if (turned) this.#turned = !before.turned;
    content();
    this.#x = before.x;
    this.#y = before.y;
    this.#turned = before.turned;
  }

  clip(_x: number, _y: number, _width: number, _height: number, content: () => void): void {
    content();
  }

  /** What of it is text, in the order in which it was written. */
  get texts(): readonly string[] {
    return this.marks.filter((mark) => mark.shape === 'text').map((mark) => mark.text);
  }

  #absolute(x: number, y: number): [number, number] {
    return this.#turned ? [this.#x + y, this.#y - x] : [this.#x + x, this.#y + y];
  }

  #mark(
    shape: Mark['shape'],
    points: readonly number[],
    paint: Paint | null,
    text = '',
    style: TextStyle | null = null,
  ): void {
    const absolute: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      absolute.push(...this.#absolute(points[i] ?? 0, points[i + 1] ?? 0));
    }
    this.marks.push({ shape, points: absolute, paint, text, style });
  }
}
