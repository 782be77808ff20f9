import { say } from '../../../shared/text/index.ts';
import type { PlannedRack } from '../../editor/index.ts';
import styles from './cluster.module.css';

interface PlanPictureProps {
  readonly racks: readonly PlannedRack[];
  readonly rows: number;
}

const USES: readonly PlannedRack['use'][] = ['nodes', 'network', 'other'];

/** A room this much deeper than wide is turned, so that it fills the picture. */
const TURNED_FROM = 1.5;

/**
 * Where the racks will stand, seen from above; a deep room lies on its side. One path a use: three thousand racks are
 * three elements.
 */
export function PlanPicture({ racks: standing, rows }: PlanPictureProps) {
  const room = boundsOf(standing);
  const isTurned = room.height > TURNED_FROM * room.width;
  const racks = isTurned ? standing.map(turned) : standing;
  const bounds = isTurned ? boundsOf(racks) : room;
  const uses = USES.filter((use) => racks.some((rack) => rack.use === use));
  return (
    <figure className={styles.plan}>
      <svg
        className={styles.planPicture}
        role="img"
        aria-label={say('app.cluster.planOf', { racks: racks.length, rows })}
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        preserveAspectRatio="xMidYMid meet"
      >
        {uses.map((use) => (
          <path key={use} className={styles.planRacks} data-use={use} d={outlines(racks, use)} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {uses.map((use) => (
          <span key={use} className={styles.legendEntry}>
            <span className={styles.swatch} data-use={use} />
            {say(`app.cluster.use.${use}`)}
          </span>
        ))}
        {isTurned ? <span>{say('app.cluster.turned')}</span> : null}
      </figcaption>
    </figure>
  );
}

/** A quarter against the clock: the first row, which is the northernmost, comes to the left. */
function turned({ box, use }: PlannedRack): PlannedRack {
  const { x, y, width, height } = box;
  return { use, box: { x: y, y: -x - width, width: height, height: width } };
}

function outlines(racks: readonly PlannedRack[], use: PlannedRack['use']): string {
  return racks
    .filter((rack) => rack.use === use)
    .map(({ box: { x, y, width, height } }) => `M${x} ${y}h${width}v${height}h${-width}z`)
    .join('');
}

/** All of them with a little room around. */
function boundsOf(racks: readonly PlannedRack[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of racks) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  if (left > right) return { x: 0, y: 0, width: 1, height: 1 };
  const room = Math.max(right - left, bottom - top) * 0.02;
  return {
    x: left - room,
    y: top - room,
    width: right - left + 2 * room,
    height: bottom - top + 2 * room,
  };
}
