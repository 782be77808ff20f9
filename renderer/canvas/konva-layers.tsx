import type Konva from 'konva';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva';
import type { Size } from '../editor/index.ts';
import type { TwoLayerStage } from './two-layer-stage.ts';

interface KonvaLayersProps {
  readonly stage: TwoLayerStage;
  readonly size: Size;
  /** What the overlay is made of, the lowest first; each by a name that it keeps. */
  readonly overlays: readonly {
    readonly name: string;
    readonly draw: (context: Konva.Context) => void;
  }[];
}

/** The two layers of a stage in the page. */
export function KonvaLayers({ stage, size, overlays }: KonvaLayersProps): ReactElement {
  const drawing = useRef<Konva.Layer>(null);
  const overlay = useRef<Konva.Layer>(null);
  const { width, height } = size;

  useLayoutEffect(() => {
    if (!drawing.current || !overlay.current) return undefined;
    return stage.attach({ drawing: drawing.current, overlay: overlay.current });
  }, [stage]);
  // Layers of another size are empty until they are drawn again.
  useLayoutEffect(() => stage.resized({ width, height }), [stage, width, height]);

  return (
    <Stage width={width} height={height} listening={false} aria-hidden="true">
      <Layer ref={drawing} listening={false}>
        <Shape sceneFunc={stage.drawScene} listening={false} perfectDrawEnabled={false} />
      </Layer>
      <Layer ref={overlay} listening={false}>
        {overlays.map(({ name, draw }) => (
          <Shape key={name} sceneFunc={draw} listening={false} perfectDrawEnabled={false} />
        ))}
      </Layer>
    </Stage>
  );
}
