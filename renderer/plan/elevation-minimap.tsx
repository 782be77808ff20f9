import { useMemo } from 'react';
import { paletteFor } from '../../shared/drawing/index.ts';
import { say } from '../../shared/text/index.ts';
import { visibleBox } from '../editor/index.ts';
import { useScheme } from '../panels/scheme.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { Minimap, type MinimapBox } from './minimap.tsx';
import { holds } from './plan-minimap.tsx';

/** The elevations in small, while the window does not show all of them; the racks that are selected stand out. */
export function ElevationMinimap() {
  const { editor } = useWorkspace();
  const layout = useEditorState(() => editor.layout);
  const camera = useEditorState((state) => state.camera);
  const viewport = useEditorState((state) => state.viewport);
  const selected = useEditorState((state) => state.selection.racks);
  const { tokens } = paletteFor(useScheme());
  const boxes = useMemo(
    (): readonly MinimapBox[] =>
      layout.faces.map(({ rackId, x, y, width, height }) => ({
        x,
        y,
        width,
        height,
        colour: selected.has(rackId) ? tokens.selection : tokens.bodyEdge,
      })),
    [layout, selected, tokens],
  );
  const seen = visibleBox(camera, viewport);
  if (boxes.length < FEWEST || holds(seen, layout.bounds)) return null;
  return (
    <Minimap
      label={say('plan.minimap')}
      bounds={layout.bounds}
      boxes={boxes}
      seen={seen}
      onMove={({ x, y }) =>
        editor.set({
          camera: { x: x - seen.width / 2, y: y - seen.height / 2, zoom: camera.zoom },
        })
      }
    />
  );
}

/** With fewer faces one finds one's way without. */
const FEWEST = 5;
