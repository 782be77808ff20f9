import { useMemo } from 'react';
import { paletteFor } from '../../shared/drawing/index.ts';
import { boxOfArea } from '../../shared/floor/area-box.ts';
import { floorPlan } from '../../shared/floor/floor-plan.ts';
import { planBounds } from '../../shared/floor/plan-bounds.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import { say } from '../../shared/text/index.ts';
import { type Point, setPlan, visibleBox } from '../editor/index.ts';
import { useScheme } from '../panels/scheme.ts';
import { useLive } from '../panels/use-live.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { Minimap, type MinimapBox } from './minimap.tsx';
import { planSeverities } from './plan-severities.ts';

/** The floor in small, while the window does not show all of it; racks with findings stand out. */
export function PlanMinimap() {
  const { editor, analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const design = useEditorState((state) => state.design);
  const camera = useEditorState((state) => state.plan.camera);
  const viewport = useEditorState((state) => state.plan.viewport);
  const { tokens } = paletteFor(useScheme());
  const bounds = useMemo(() => planBounds(design), [design]);
  const boxes = useMemo((): readonly MinimapBox[] => {
    const severities = planSeverities(design, analysis);
    const rooms = [...design.areas.values()].filter(({ purpose }) => purpose === 'room');
    const racks = [...floorPlan(design).racks.values()].map(({ rackId, box }) => {
      const severity = severities.get(rackId);
      return { ...box, colour: severity ? tokens.finding[severity] : tokens.bodyEdge };
    });
    const walls = rooms.map((area) => ({
      ...boxOfArea(area),
      colour: tokens.frameEdge,
      hollow: true,
    }));
    return [...walls, ...racks];
  }, [design, analysis, tokens]);
  const seen = visibleBox(camera, viewport);
  if (design.racks.size === 0 || holds(seen, bounds)) return null;
  return (
    <Minimap
      label={say('plan.minimap')}
      bounds={bounds}
      boxes={boxes}
      seen={seen}
      onMove={(middle: Point) =>
        setPlan(editor, {
          camera: {
            x: middle.x - seen.width / 2,
            y: middle.y - seen.height / 2,
            zoom: camera.zoom,
          },
        })
      }
    />
  );
}

export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
