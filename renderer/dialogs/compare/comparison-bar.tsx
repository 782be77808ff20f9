import type { Bar, PartKind } from '../../../shared/compare/index.ts';
import styles from './compare.module.css';

const WIDTH = 44;
const HEIGHT = 48;

/** The bar of a cell, standing on the line's ground. What it says stands in the cell's words too. */
export function ComparisonBar({ bar }: { readonly bar: Bar }) {
  return (
    <svg
      className={styles.bar}
      width={WIDTH}
      height={HEIGHT + 1}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      aria-hidden
    >
      {stackedUp(bar).map(({ kind, y, height }) => (
        <Part key={kind} kind={kind} y={y} width={WIDTH} height={height} />
      ))}
      {bar.whisker ? <Whisker {...bar.whisker} /> : null}
      <line className={styles.ground} x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}

/** The parts that have a height, each on top of those before it. */
function stackedUp({ parts }: Bar): readonly Omit<PartProps, 'width'>[] {
  let y = HEIGHT;
  return parts.flatMap(({ kind, share }) => {
    const height = share * HEIGHT;
    y -= height;
    return height > 0 ? [{ kind, y, height }] : [];
  });
}

interface PartProps {
  readonly kind: PartKind;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stripes tell the parts apart without their colours. */
function Part({ kind, y, width, height }: PartProps) {
  const stripes: number[] = [];
  const step = STRIPE_PX[kind];
  if (step !== null) for (let at = step / 2; at < height; at += step) stripes.push(y + at);
  return (
    <g className={styles.part} data-kind={kind}>
      <rect x={0.5} y={y + 0.5} width={width - 1} height={Math.max(0.5, height - 1)} />
      {stripes.map((at) => (
        <line key={at} x1={1} x2={width - 1} y1={at} y2={at} />
      ))}
    </g>
  );
}

/** How far apart a kind's stripes are, px; null for a plain one. */
const STRIPE_PX: Readonly<Record<PartKind, number | null>> = {
  ok: null,
  vendorOnly: 6,
  unknown: null,
  over: 3,
  switch: null,
  flight: 6,
  added: 3,
  whole: null,
};

function Whisker({ low, high }: { readonly low: number; readonly high: number }) {
  const [top, bottom] = [HEIGHT * (1 - high) + 0.5, HEIGHT * (1 - low) + 0.5];
  const middle = WIDTH / 2;
  return (
    <g className={styles.whisker}>
      <line x1={middle} x2={middle} y1={top} y2={bottom} />
      <line x1={middle - 6} x2={middle + 6} y1={top} y2={top} />
      <line x1={middle - 6} x2={middle + 6} y1={bottom} y2={bottom} />
    </g>
  );
}

/** A sample of a part, for the key beside the bars. */
export function PartSample({ kind }: { readonly kind: PartKind }) {
  return (
    <svg className={styles.sample} width={12} height={12} viewBox="0 0 12 12" aria-hidden>
      <Part kind={kind} y={0} width={12} height={12} />
    </svg>
  );
}
