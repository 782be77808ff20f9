/** All of a picture in small, with what the window shows of it: pressed or dragged, it moves the view there. */
import { type PointerEvent, useEffect, useRef } from 'react';
import type { Box } from '../../shared/model/rack-geometry.ts';
import type { Point, Size } from '../editor/index.ts';
import styles from './plan.module.css';

interface MinimapProps {
  readonly label: string;
  readonly bounds: Box;
  /** Boxes in world millimetres with their colours; drawn anew when the list is another. */
  readonly boxes: readonly MinimapBox[];
  readonly seen: Box;
  readonly onMove: (middle: Point) => void;
}

export interface MinimapBox extends Box {
  readonly colour: string;
  /** The edge alone: rooms. */
  readonly hollow?: boolean;
}

const LARGEST: Size = { width: 188, height: 132 };

export function Minimap({ label, bounds, boxes, seen, onMove }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = Math.min(LARGEST.width / bounds.width, LARGEST.height / bounds.height);
  const width = Math.max(24, Math.round(bounds.width * scale));
  const height = Math.max(24, Math.round(bounds.height * scale));
  useEffect(() => {
    if (canvas.current) draw(canvas.current, { width, height }, bounds, boxes, scale);
  }, [bounds, boxes, scale, width, height]);
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onMove({
      x: bounds.x + (event.clientX - left) / scale,
      y: bounds.y + (event.clientY - top) / scale,
    });
  };
  const left = clamp((seen.x - bounds.x) * scale, width);
  const top = clamp((seen.y - bounds.y) * scale, height);
  const right = clamp((seen.x + seen.width - bounds.x) * scale, width);
  const bottom = clamp((seen.y + seen.height - bounds.y) * scale, height);
  return (
    <div className={styles.minimap} aria-hidden title={label}>
      <div
        className={styles.minimapGround}
        style={{ width, height }}
        data-testid="minimap"
        onPointerDown={move}
        onPointerMove={move}
      >
        <canvas ref={canvas} style={{ width, height }} />
        <span
          className={styles.minimapSeen}
          style={{
            left,
            top,
            width: Math.max(4, right - left),
            height: Math.max(4, bottom - top),
          }}
        />
      </div>
    </div>
  );
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

function draw(
  canvas: HTMLCanvasElement,
  { width, height }: Size,
  bounds: Box,
  boxes: readonly MinimapBox[],
  scale: number,
): void {
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (!context) return;
  const px = scale * devicePixelRatio;
  for (const box of boxes) {
    const x = (box.x - bounds.x) * px;
    const y = (box.y - bounds.y) * px;
    const [w, h] = [Math.max(1, box.width * px), Math.max(1, box.height * px)];
    context.fillStyle = box.colour;
    context.strokeStyle = box.colour;
    if (box.hollow) context.strokeRect(x + 0.5, y + 0.5, Math.max(1, w - 1), Math.max(1, h - 1));
    else context.fillRect(x, y, w, h);
  }
}
