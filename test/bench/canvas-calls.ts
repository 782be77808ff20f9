/** Calls on a canvas, written down and made again: what drawing costs without anybody deciding what to draw. */
import type { CanvasContext } from '../../renderer/canvas/surface/canvas-context.ts';

/** A call with its arguments, or a property with its value. */
export type CanvasCall =
  | { readonly kind: 'set'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly unknown[] };

export class CallRecorder {
  readonly calls: CanvasCall[] = [];

  /** A context that draws nothing and notes everything. */
  get context(): CanvasContext {
    const { calls } = this;
    const notes = new Proxy<object>(
      {},
      {
        get:
          (_, name) =>
          (...args: unknown[]) =>
            calls.push({ kind: 'call', name: String(name), args }),
        set(_, name, value) {
          calls.push({ kind: 'set', name: String(name), value });
          return true;
        },
      },
    );
    // The surface calls nothing on a context that would answer.
    return notes as CanvasContext;
  }
}

type N = number;

/** Makes the calls again, as directly as code written by hand would. */
export function replayCalls(
  context: OffscreenCanvasRenderingContext2D,
  calls: readonly CanvasCall[],
): void {
  for (const call of calls) {
    if (call.kind === 'set') Reflect.set(context, call.name, call.value);
    else make(context, call.name, call.args);
  }
}

function make(
  context: OffscreenCanvasRenderingContext2D,
  name: string,
  args: readonly unknown[],
): void {
  const [a, b, c, d, e] = args as readonly N[] as [N, N, N, N, N];
  switch (name) {
    case 'fillRect':
      return context.fillRect(a, b, c, d);
    case 'strokeRect':
      return context.strokeRect(a, b, c, d);
    case 'beginPath':
      return context.beginPath();
    case 'moveTo':
      return context.moveTo(a, b);
    case 'lineTo':
      return context.lineTo(a, b);
    case 'arcTo':
      return context.arcTo(a, b, c, d, e);
    case 'fill':
      return context.fill();
    case 'stroke':
      return context.stroke();
    case 'fillText':
      return context.fillText(String(args[0]), b, c);
    default: {
      const method: unknown = Reflect.get(context, name);
      if (typeof method === 'function') Reflect.apply(method, context, [...args]);
    }
  }
}
