/** What every canvas does with its element: its size, its camera, the pointers and keys over it. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Editor, Point, Target } from '../editor/index.ts';
import { listenOnCanvas } from './input/listen.ts';

/** Keeps the editor's viewport as large as the element. */
export function useViewport(editor: Editor, canvas: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const { viewport } = editor.state;
      if (width !== viewport.width || height !== viewport.height) {
        editor.set({ viewport: { width, height } });
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [editor, canvas]);
}

/** Tells on the element where the drawing is: world point of its top left corner in mm, and pixels per mm. */
export function useCameraMark(
  editor: Editor,
  canvas: React.RefObject<HTMLDivElement | null>,
): void {
  useLayoutEffect(() => {
    let marked: Editor['state']['camera'] | null = null;
    const mark = (): void => {
      const { camera } = editor.state;
      if (camera === marked) return;
      marked = camera;
      canvas.current?.setAttribute('data-camera', `${camera.x} ${camera.y} ${camera.zoom}`);
    };
    mark();
    return editor.subscribe(mark);
  }, [editor, canvas]);
}

export interface CanvasHandlers {
  /** What the wheel does without a modifier. */
  readonly wheel: 'pan' | 'zoom';
  readonly onContextMenu: (target: Target, client: Point) => void;
  readonly onDoubleClick: (target: Target) => void;
}

interface InputParts extends CanvasHandlers {
  readonly editor: Editor;
  readonly canvas: React.RefObject<HTMLDivElement | null>;
  /** What has the keyboard while one works on the canvas. */
  readonly tree: React.RefObject<HTMLDivElement | null>;
  /** The ring of the keyboard's focus steps back while a pointer works. */
  readonly onPointer: () => void;
}

export function useInput(parts: InputParts): void {
  const { editor, canvas, tree } = parts;
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    // The mouse's own way of moving the focus would take it off the tree again.
    const takeFocus = (event: MouseEvent): void => {
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      tree.current?.focus({ preventScroll: true });
      latest.current.onPointer();
    };
    element.addEventListener('mousedown', takeFocus);
    element.addEventListener('pointerdown', takeFocus);
    const stop = listenOnCanvas(editor, element, {
      wheelAlone: () => latest.current.wheel,
      onContextMenu: (target, client) => latest.current.onContextMenu(target, client),
      onDoubleClick: (target) => latest.current.onDoubleClick(target),
    });
    return () => {
      element.removeEventListener('mousedown', takeFocus);
      element.removeEventListener('pointerdown', takeFocus);
      stop();
    };
  }, [editor, canvas, tree]);
}
