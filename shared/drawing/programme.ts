/**
 * A drawing that is recorded once and drawn many times: a device type's face is the same in every rack, so
 * its primitives are computed once per type, face, detail and palette, and replayed with an offset.
 */
import type { Paint, Surface, TextStyle } from './surface.ts';

type Step =
  | { readonly kind: 'rect'; x: number; y: number; w: number; h: number; paint: Paint }
  | { readonly kind: 'circle'; x: number; y: number; r: number; paint: Paint }
  | {
      readonly kind: 'line';
      points: readonly number[];
      moved: number[];
      radius: number;
      paint: Paint;
    }
  | { readonly kind: 'polygon'; points: readonly number[]; moved: number[]; paint: Paint }
  | {
      readonly kind: 'text';
      x: number;
      y: number;
      text: string;
      style: TextStyle;
      max: number | undefined;
    };

export interface Programme {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly steps: readonly Step[];
}

/** Records what `paint` draws, flat; boxes that are cut or turned do not belong in a programme. */
export function recordProgramme(
  widthMm: number,
  heightMm: number,
  paint: (surface: Surface) => void,
): Programme {
  const steps: Step[] = [];
  paint({
    rect: (x, y, w, h, ink) => steps.push({ kind: 'rect', x, y, w, h, paint: ink }),
    circle: (x, y, r, ink) => steps.push({ kind: 'circle', x, y, r, paint: ink }),
    line: (points, ink, radius = 0) =>
      steps.push({ kind: 'line', points: [...points], moved: [...points], radius, paint: ink }),
    polygon: (points, ink) =>
      steps.push({ kind: 'polygon', points: [...points], moved: [...points], paint: ink }),
    text: (x, y, text, style, max) => steps.push({ kind: 'text', x, y, text, style, max }),
    image: () => refuse('image'),
    at: () => refuse('at'),
    clip: () => refuse('clip'),
  });
  return { widthMm, heightMm, steps };
}

function refuse(name: string): never {
  throw new RangeError(`a programme cannot hold ${name}`);
}

function moveInto(moved: number[], points: readonly number[], dx: number, dy: number): number[] {
  for (let i = 0; i + 1 < points.length; i += 2) {
    moved[i] = (points[i] ?? 0) + dx;
    moved[i + 1] = (points[i + 1] ?? 0) + dy;
  }
  return moved;
}

/** Draws a programme with its origin at (x, y). */
export function replay(surface: Surface, programme: Programme, x: number, y: number): void {
  if (surface.symbol) {
    const { widthMm, heightMm } = programme;
    surface.symbol(x, y, widthMm, heightMm, programme, (inside) =>
      drawSteps(inside, programme, 0, 0),
    );
  } else drawSteps(surface, programme, x, y);
}

function drawSteps(surface: Surface, programme: Programme, dx: number, dy: number): void {
  for (const step of programme.steps) {
    switch (step.kind) {
      case 'rect':
        surface.rect(step.x + dx, step.y + dy, step.w, step.h, step.paint);
        break;
      case 'circle':
        surface.circle(step.x + dx, step.y + dy, step.r, step.paint);
        break;
      case 'line':
        surface.line(moveInto(step.moved, step.points, dx, dy), step.paint, step.radius);
        break;
      case 'polygon':
        surface.polygon(moveInto(step.moved, step.points, dx, dy), step.paint);
        break;
      case 'text':
        surface.text(step.x + dx, step.y + dy, step.text, step.style, step.max);
        break;
      default:
        step satisfies never;
    }
  }
}
