import { useEffect, useState } from 'react';
import { airSensitivities, type Sensitivity } from '../../../shared/analysis/sensitivity.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { useLive } from '../live-value.ts';
import { amountText, numberText, shareText } from '../parts/number-text.ts';
import { ProvenanceMark } from '../parts/provenance.tsx';
import { Section } from '../parts/section.tsx';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** A design that stands still for so long is worked through, ms: not every step of a drag. */
const STILL_MS = 200;
/** An input that moves the flow by less than this share is not worth a bar. */
const LEAST_EFFECT = 0.0005;

/** Which input moves the air of a device most: a bar from one end of its range to the other, the longest first. */
export function SensitivitySection({ device }: { readonly device: Device }) {
  const { analysis: source } = useWorkspace();
  const { design } = useLive(source);
  const found = useSensitivities(design, device.id).filter(({ effect }) => effect >= LEAST_EFFECT);
  if (found.length === 0) return null;
  const losses = found.flatMap(({ low, high }) => [low.loss, high.loss]);
  // Air that comes back may drive a flow over its rated one: then the bars begin below nothing lost.
  const scale = { from: Math.min(0, ...losses), to: Math.max(0, ...losses) };
  return (
    <Section title={say('panels.sensitivity.title')}>
      <p className={styles.hint}>{say('panels.sensitivity.hint')}</p>
      <ol className={styles.tornado}>
        {found.map((one) => (
          <Bar key={one.input} one={one} scale={scale} />
        ))}
      </ol>
    </Section>
  );
}

function useSensitivities(design: Design, id: string): readonly Sensitivity[] {
  const [found, setFound] = useState<readonly Sensitivity[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setFound(airSensitivities(design, id)), STILL_MS);
    return () => clearTimeout(timer);
  }, [design, id]);
  return found;
}

interface BarProps {
  readonly one: Sensitivity;
  /** Losses at the ends of the track. */
  readonly scale: { readonly from: number; readonly to: number };
}

function Bar({ one, scale }: BarProps) {
  const { input, unit, used, low, high } = one;
  const [least, greatest] = [Math.min(low.loss, high.loss), Math.max(low.loss, high.loss)];
  const span = scale.to - scale.from;
  const range = say('panels.sensitivity.ends', {
    low: numberText(low.value),
    high: unit === '' ? numberText(high.value) : amountText(high.value, unit),
  });
  return (
    <li className={styles.tornadoLine}>
      <span className={styles.tornadoName}>
        {say(`panels.sensitivity.${input}`)}
        <ProvenanceMark provenance={used.provenance} />
      </span>
      <span className={styles.tornadoTrack} aria-hidden>
        <span
          className={styles.tornadoBar}
          style={{
            left: percent((least - scale.from) / span),
            width: percent((greatest - least) / span),
          }}
        />
      </span>
      <span className={styles.tornadoText}>
        <span>{range}</span>
        <span>
          {say('panels.sensitivity.losses', { low: shareText(least), high: shareText(greatest) })}
        </span>
      </span>
    </li>
  );
}

function percent(share: number): string {
  return `${100 * share}%`;
}
