import { useMemo } from 'react';
import { paletteFor } from '../../shared/drawing/index.ts';
import type { Step } from '../../shared/drawing/overlays/overlay-kind.ts';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import {
  PLAN_STEPS_FROM,
  type PlanOverlayKind,
} from '../../shared/drawing/overlays/plan-overlay.ts';
import { say } from '../../shared/text/index.ts';
import { runCommand } from '../editor/index.ts';
import { LegendScale } from '../panels/canvas-notes/legend-scale.tsx';
import { numberText } from '../panels/parts/number-text.ts';
import { useScheme } from '../panels/scheme.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';

/** The scale of the overlay on the plan, what unknown means there, and how many racks are on each step. */
export function PlanLegend({ lens }: { readonly lens: PlanLens }) {
  const { editor } = useWorkspace();
  const racks = useEditorState((state) => state.design.racks);
  const { overlay } = paletteFor(useScheme()).tokens;
  const counts = useMemo(() => {
    const steps = new Map<Step | null, number>();
    for (const id of racks.keys()) {
      const reading = lens.read(id);
      if (reading) steps.set(reading.step, (steps.get(reading.step) ?? 0) + 1);
    }
    return steps;
  }, [lens, racks]);
  const { kind } = lens;
  return (
    <LegendScale
      name={say(`plan.overlay.${kind}`)}
      about={say(`plan.overlayAbout.${kind}`)}
      foot={say('plan.overlayCounted')}
      levelOf={(step) => ({
        style: { width: '100%', background: overlay[step] },
        text: stepText(kind, step),
      })}
      unknown={{ text: say('plan.overlayUnknown') }}
      countOf={(step) => counts.get(step) ?? 0}
      onClose={() => void runCommand(editor, 'plan.overlay.none')}
    />
  );
}

/** "10 to 20 kW": the ends of a step as the table of steps has them. */
function stepText(kind: PlanOverlayKind, step: Step): string {
  if (kind === 'reach') return say(`overlay.scale.reach.${step}`);
  const isShare = kind === 'ports' || kind === 'trays';
  const from = PLAN_STEPS_FROM[kind].map((value) => numberText(isShare ? value * 100 : value));
  const unit = say(`plan.overlayUnit.${kind}`);
  if (step === 0) return say('plan.overlayBelow', { to: from[0] ?? '', unit });
  if (step === 4) return say('plan.overlayAbove', { from: from[3] ?? '', unit });
  return say('plan.overlayBetween', { from: from[step - 1] ?? '', to: from[step] ?? '', unit });
}
