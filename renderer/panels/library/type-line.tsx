import { Star } from 'lucide-react';
import type { MouseEvent, PointerEvent } from 'react';
import { faceSizeMm } from '../../../shared/drawing/index.ts';
import { portGroups } from '../../../shared/library/port-groups.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { powerText } from '../parts/number-text.ts';
import styles from './library.module.css';
import type { LibraryRow } from './library-rows.ts';
import { portGroupText } from './type-facts.ts';
import { TypePicture } from './type-picture.tsx';

interface TypeLineProps {
  readonly id: string;
  readonly row: Extract<LibraryRow, { kind: 'type' }>;
  readonly marked: boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  /** Opens its faceplate. */
  readonly onDoubleClick: () => void;
}

const PICTURE_PX = 88;
/** A strip beside the rails is lower than long: it is shown lying down at most this high. */
const TALLEST_PX = 84;
const WORDS_PX = 60;

/** Size of the thumbnail: true proportions, all types at one scale unless they would be too tall. */
function pictureSize(type: DeviceType): { width: number; height: number } {
  const { width, height } = faceSizeMm(type);
  const scale = Math.min(PICTURE_PX / 482.6, TALLEST_PX / height);
  return { width: width * scale, height: height * scale };
}

/** Height of the type's line in the list, px. */
export function typeLineHeight(type: DeviceType): number {
  return Math.max(WORDS_PX, Math.ceil(pictureSize(type).height) + 12);
}

/** One type in the library: its front at true proportions, its name, height, ports and power. */
export function TypeLine({ id, row, marked, ...pointer }: TypeLineProps) {
  const { type } = row.entry;
  const size = pictureSize(type);
  return (
    // The search field above holds the focus and names this line as its active one.
    <div id={id} role="option" aria-selected={marked} className={styles.type} {...pointer}>
      <div className={styles.picture}>
        <TypePicture type={type} face="front" widthPx={size.width} heightPx={size.height} />
      </div>
      <div className={styles.words}>
        <div className={styles.title}>
          <span className={styles.model} title={`${type.manufacturer} ${type.model}`}>
            {type.model}
          </span>
          <Badges row={row} />
        </div>
        <MakerLine type={type} />
        <div className={styles.facts}>{portsLine(type)}</div>
      </div>
    </div>
  );
}

/** Where the type is, whether it is a favourite, and whether another source says otherwise. */
function Badges({ row }: Pick<TypeLineProps, 'row'>) {
  const { source, other } = row.entry;
  return (
    <span className={styles.badges}>
      {other === null ? null : (
        <span
          className={styles.badge}
          data-badge="differs"
          title={say('library.differsFrom', { source: say(`library.from.${other.source}`) })}
        >
          {say('library.badge.differs')}
        </span>
      )}
      {row.tellsSource && source !== 'catalogue' ? (
        <span className={styles.badge}>{say(`library.badge.${source}`)}</span>
      ) : null}
      {row.favourite ? (
        <Star
          size={12}
          role="img"
          className={styles.star}
          aria-label={say('library.badge.favourite')}
        />
      ) : null}
    </span>
  );
}

/** `NVIDIA · 8U · 10.2 kW`: a long maker's name is cut, the numbers are not. */
function MakerLine({ type }: { readonly type: DeviceType }) {
  const power = type.powerTypicalW ?? type.powerMaxW;
  const numbers = [
    type.lodging === 'rack'
      ? say('panels.heightShort', { units: type.heightU })
      : say(`panels.lodging.${type.lodging}`),
    ...(power === null ? [] : [powerText(power.value)]),
  ];
  return (
    <div className={styles.makerLine}>
      <span className={styles.facts}>{type.manufacturer}</span>
      <span className={styles.numbers}>{` · ${numbers.join(' · ')}`}</span>
    </div>
  );
}

/** The ports that it is bought for. */
function portsLine(type: DeviceType): string {
  const [main] = portGroups(type);
  return main ? portGroupText(main) : say(`panels.category.${type.category}`);
}
