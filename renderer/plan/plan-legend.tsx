import { useMemo } from 'react';
import { paletteFor } from '../../shared/drawing/index.ts';
import type { Step } from '../../shared/drawing/overlays/overlay-kind.ts';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import type { Bound, PlanScale } from '../../shared/drawing/overlays/plan-overlay.ts';
import { say } from '../../shared/text/index.ts';
import { runCommand } from '../editor/index.ts';
import { LegendScale, unknownLook } from '../panels/canvas-notes/legend-scale.tsx';
import { numberText } from '../panels/parts/number-text.ts';
import { useScheme } from '../panels/scheme.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';

/** The scale of the overlay on the plan, what unknown means there, and how many racks are on each step. */
export function PlanLegend({ lens }: { readonly lens: PlanLens }) {
  const { editor } = useWorkspace();
  const racks = useEditorState((state) => state.design.racks);
  const { overlay, textMuted } = paletteFor(useScheme()).tokens;
  const counts = useMemo(() => {
    const steps = new Map<Step | null, number>();
    for (const id of racks.keys()) {
      const reading = lens.read(id);
      if (reading) steps.set(reading.step, (steps.get(reading.step) ?? 0) + 1);
    }
    return steps;
  }, [lens, racks]);
  const { kind, scale } = lens;
  const isOfLimit = scale?.bounds.some(({ source }) => source === 'rack-limit') ?? false;
  return (
    <LegendScale
      name={say(`plan.overlay.${kind}`)}
      about={say(`plan.overlayAbout.${kind}`)}
      bounds={scale === null ? say('overlay.bounds.reach') : boundsText(scale)}
      foot={say('plan.overlayCounted')}
      levelOf={(step) => ({
        style: { width: '100%', background: overlay[step] },
        text: scale === null ? say(`overlay.scale.reach.${step}`) : stepText(scale, step),
      })}
      unknown={{
        style: unknownLook(textMuted),
        text: say(isOfLimit ? 'plan.overlayUnknownOrNoLimit' : 'plan.overlayUnknown'),
      }}
      countOf={(step) => counts.get(step) ?? 0}
      onClose={() => void runCommand(editor, 'plan.overlay.none')}
    />
  );
}

/** "10 to 20 kW": the ends of a step as the scale has them. */
function stepText(scale: PlanScale, step: Step): string {
  const from = scale.bounds.map((bound) => boundNumber(scale, bound));
  const unit = scale.unit === 'share' ? '%' : scale.unit;
  if (step === 0) return say('plan.overlayBelow', { to: from[0] ?? '', unit });
  if (step === 4) return say('plan.overlayAbove', { from: from[3] ?? '', unit });
  return say('plan.overlayBetween', { from: from[step - 1] ?? '', to: from[step] ?? '', unit });
}

function boundNumber({ unit }: PlanScale, { from }: Bound): string {
  return numberText(unit === 'share' ? from * 100 : from);
}

/** Who set which bound of a scale, and which are assumed. */
function boundsText(scale: PlanScale): string {
  const unit = scale.unit === 'share' ? '%' : scale.unit;
  const set = scale.bounds.filter(({ source }) => source !== 'assumed');
  const assumed = scale.bounds.filter(({ source }) => source === 'assumed');
  return [
    ...set.map((bound) => {
      const value = boundNumber(scale, bound);
      return say('plan.overlayBound', { value, unit, source: say(`plan.bound.${bound.source}`) });
    }),
    say('plan.overlayAssumed', {
      values: assumed.map((bound) => boundNumber(scale, bound)).join(', '),
      unit,
    }),
  ].join(' ');
}
