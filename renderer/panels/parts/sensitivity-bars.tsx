import { useEffect, useState } from 'react';
import { type Sensitivity, tellingInputs } from '../../../shared/analysis/sensitivity.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText, numberText, shareText } from './number-text.ts';
import { ProvenanceMark } from './provenance.tsx';
import styles from './sensitivity-bars.module.css';

/** A design that stands still for so long is worked through, ms: not every step of a drag. */
const STILL_MS = 200;
const NONE: readonly Sensitivity[] = [];

/** The inputs that move the air of a device, the one that moves it most first; none without a device. */
export function useSensitivities(design: Design, id: string | null): readonly Sensitivity[] {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    const timer = setTimeout(
      () => setFound(id === null ? NONE : tellingInputs(design, id)),
      STILL_MS,
    );
    return () => clearTimeout(timer);
  }, [design, id]);
  return found;
}

/** A bar for each input from one end of its range to the other, the longest first. */
export function SensitivityBars({ found }: { readonly found: readonly Sensitivity[] }) {
  const losses = found.flatMap(({ low, high }) => [low.loss, high.loss]);
  // Air that comes back may drive a flow over its rated one: then the bars begin below nothing lost.
  const scale = { from: Math.min(0, ...losses), to: Math.max(0, ...losses) };
  return (
    <>
      <p className={styles.hint}>{say('panels.sensitivity.hint')}</p>
      <ol className={styles.tornado}>
        {found.map((one) => (
          <Bar key={one.input} one={one} scale={scale} />
        ))}
      </ol>
    </>
  );
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
