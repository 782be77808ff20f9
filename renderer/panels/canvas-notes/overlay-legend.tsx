import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { paletteFor } from '../../../shared/drawing/index.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { STEPS, type Step } from '../../../shared/drawing/overlays/overlay-kind.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { runCommand } from '../../editor/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { numberText } from '../parts/number-text.ts';
import { useScheme } from '../scheme.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
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
    <section
      className={styles.legend}
      aria-label={say('overlay.legend', { name: say(`overlay.kind.${kind}`) })}
    >
      <div className={styles.head}>
        <strong className={styles.title}>{say(`overlay.kind.${kind}`)}</strong>
        {preview ? (
          <span className={styles.preview}>
            {say(pending ? 'overlay.trying' : 'overlay.preview')}
          </span>
        ) : null}
        <IconButton
          icon={X}
          label={say('overlay.close')}
          onClick={() => void runCommand(editor, 'view.overlay.none')}
        />
      </div>
      <p className={styles.about}>{say(`overlay.about.${kind}`)}</p>
      <ul className={styles.scale}>
        {STEPS.map((step) => (
          <li key={step} className={styles.step}>
            <span className={styles.gauge} aria-hidden>
              <span
                className={styles.level}
                style={{
                  width: `${((step + 1) / STEPS.length) * 100}%`,
                  background: overlay[step],
                }}
              />
            </span>
            <span>{say(`overlay.scale.${kind}.${step}`)}</span>
            <Count of={counts?.steps.get(step) ?? 0} />
          </li>
        ))}
        <li className={styles.step}>
          <span
            className={styles.gauge}
            aria-hidden
            style={{
              background: `repeating-linear-gradient(-45deg, transparent 0 4px, ${textMuted} 4px 5px)`,
            }}
          />
          <span>{say(`overlay.unknown.${kind}`)}</span>
          <Count of={counts?.unknown ?? 0} />
        </li>
      </ul>
      <p className={styles.foot}>
        {say(`overlay.counted.${kind === 'bundles' || kind === 'blocked' ? 'faces' : 'devices'}`)}
      </p>
    </section>
  );
}

function Count({ of }: { readonly of: number }) {
  return (
    <span className={styles.count} data-none={of === 0}>
      {numberText(of)}
    </span>
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
