import type { PointerEvent } from 'react';
import { faceSizeMm } from '../../../shared/drawing/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { powerText } from '../parts/number-text.ts';
import styles from './library.module.css';
import { portGroups, portGroupText } from './type-facts.ts';
import { TypePicture } from './type-picture.tsx';

interface TypeLineProps {
  readonly id: string;
  readonly type: DeviceType;
  readonly marked: boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
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
export function TypeLine({ id, type, marked, ...pointer }: TypeLineProps) {
  const size = pictureSize(type);
  return (
    // The search field above holds the focus and names this line as its active one.
    <div id={id} role="option" aria-selected={marked} className={styles.type} {...pointer}>
      <div className={styles.picture}>
        <TypePicture type={type} face="front" widthPx={size.width} heightPx={size.height} />
      </div>
      <div className={styles.words}>
        <div className={styles.model} title={`${type.manufacturer} ${type.model}`}>
          {type.model}
        </div>
        <div className={styles.facts}>{makerLine(type)}</div>
        <div className={styles.facts}>{portsLine(type)}</div>
      </div>
    </div>
  );
}

/** `NVIDIA · 8U · 10.2 kW` */
function makerLine(type: DeviceType): string {
  const power = type.powerTypicalW ?? type.powerMaxW;
  return [
    type.manufacturer,
    say('panels.heightShort', { units: type.heightU }),
    ...(power === null ? [] : [powerText(power.value)]),
  ].join(' · ');
}

/** The ports that it is bought for. */
function portsLine(type: DeviceType): string {
  const [main] = portGroups(type);
  return main ? portGroupText(main) : say(`panels.category.${type.category}`);
}
