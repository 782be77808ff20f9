import { useEffect, useState } from 'react';
import { paletteFor } from '../../../shared/drawing/index.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { STEPS, type Step } from '../../../shared/drawing/overlays/overlay-kind.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { runCommand } from '../../editor/index.ts';
import { useScheme } from '../scheme.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { LegendScale, unknownLook } from './legend-scale.tsx';
import styles from './overlay-legend.module.css';

/** An analysis that stands still for so long is counted, ms: not every step of a drag. */
const STILL_MS = 150;

/** The scale of the overlay on the racks, what unknown means there, and how many devices are on each step. */
export function OverlayLegend({ lens }: { readonly lens: OverlayLens }) {
  const { editor, analysis: source } = useWorkspace();
  const { preview, pending } = useLive(source);
  const design = useEditorState((state) => state.design);
  const scheme = useScheme();
  const { overlay, textMuted } = paletteFor(scheme).tokens;
  const counts = useCounts(lens, design);
  const { kind } = lens;
  return (
    <LegendScale
      name={say(`overlay.kind.${kind}`)}
      about={say(`overlay.about.${kind}`)}
      bounds={say(`overlay.bounds.${kind}`)}
      foot={say(
        `overlay.counted.${kind === 'bundles' || kind === 'blocked' ? 'faces' : 'devices'}`,
      )}
      note={
        preview ? (
          <span className={styles.preview}>
            {say(pending ? 'overlay.trying' : 'overlay.preview')}
          </span>
        ) : null
      }
      levelOf={(step) => ({
        style: { width: `${((step + 1) / STEPS.length) * 100}%`, background: overlay[step] },
        text: say(`overlay.scale.${kind}.${step}`),
      })}
      unknown={{
        style: unknownLook(textMuted),
        text: say(`overlay.unknown.${kind}`),
      }}
      countOf={(step) => (step === null ? counts?.unknown : counts?.steps.get(step)) ?? 0}
      onClose={() => void runCommand(editor, 'view.overlay.none')}
    />
  );
}

interface Counts {
  readonly steps: ReadonlyMap<Step, number>;
  readonly unknown: number;
}

function useCounts(lens: OverlayLens, design: Design): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setCounts(countReadings(lens, design)), STILL_MS);
    return () => clearTimeout(timer);
  }, [lens, design]);
  return counts;
}

/** Devices by step; where a device has two faces to read, its faces. */
function countReadings(lens: OverlayLens, design: Design): Counts {
  const steps = new Map<Step, number>();
  let unknown = 0;
  const faces = lens.kind === 'bundles' || lens.kind === 'blocked' ? FACES : ONE_FACE;
  for (const id of design.devices.keys()) {
    for (const face of faces) {
      const reading = lens.read(id, face);
      if (!reading) continue;
      if (reading.step === null) unknown += 1;
      else steps.set(reading.step, (steps.get(reading.step) ?? 0) + 1);
    }
  }
  return { steps, unknown };
}
const FACES = ['front', 'rear'] as const;
const ONE_FACE = ['front'] as const;
