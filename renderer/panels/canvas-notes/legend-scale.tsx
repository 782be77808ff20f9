import { X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { STEPS, type Step } from '../../../shared/drawing/overlays/overlay-kind.ts';
import { say } from '../../../shared/text/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { numberText } from '../parts/number-text.ts';
import styles from './overlay-legend.module.css';

interface LegendScaleProps {
  readonly name: string;
  readonly about: string;
  /** Who set the bounds of the steps, and which are assumed. */
  readonly bounds: string;
  readonly foot: string;
  /** Stands beside the name; null for nothing. */
  readonly note?: ReactNode;
  /** How a step looks, and what it means. */
  readonly levelOf: (step: Step) => { readonly style: CSSProperties; readonly text: string };
  readonly unknown: { readonly style: CSSProperties; readonly text: string };
  /** How many readings are on a step; of `null`, how many are unknown. */
  readonly countOf: (step: Step | null) => number;
  readonly onClose: () => void;
}

/** Strokes in a box of the legend, as they lie over what is unknown. */
export function unknownLook(colour: string): CSSProperties {
  return { background: `repeating-linear-gradient(-45deg, transparent 0 4px, ${colour} 4px 5px)` };
}

/** The scale of an overlay: each step with its colour, its meaning and how often it is met, the unknown last. */
export function LegendScale(props: LegendScaleProps) {
  const { name, about, bounds, foot, note = null, levelOf, unknown, countOf, onClose } = props;
  return (
    <section className={styles.legend} aria-label={say('overlay.legend', { name })}>
      <div className={styles.head}>
        <strong className={styles.title}>{name}</strong>
        {note}
        <IconButton icon={X} label={say('overlay.close')} onClick={onClose} />
      </div>
      <p className={styles.about}>{about}</p>
      <ul className={styles.scale}>
        {STEPS.map((step) => {
          const { style, text } = levelOf(step);
          return (
            <li key={step} className={styles.step}>
              <span className={styles.gauge} aria-hidden>
                <span className={styles.level} style={style} />
              </span>
              <span>{text}</span>
              <Count of={countOf(step)} />
            </li>
          );
        })}
        <li className={styles.step}>
          <span className={styles.gauge} aria-hidden style={unknown.style} />
          <span>{unknown.text}</span>
          <Count of={countOf(null)} />
        </li>
      </ul>
      <p className={styles.foot}>{bounds}</p>
      <p className={styles.foot}>{foot}</p>
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
