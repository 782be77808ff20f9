import { useEffect, useState } from 'react';
import { type FaceRoom, faceRoom, type RoomFor } from '../../shared/faceplate/index.ts';
import type { Face } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { beginPlacingPart, newCages, shownType } from '../editor/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import styles from './checks.module.css';
import { mmText } from './mm-text.ts';

const FACES: readonly Face[] = ['front', 'rear'];

/** What is left on the faces: millimetres, openings that still fit, bandwidth for each unit, open area. */
export function RoomLeft() {
  const type = useRested(
    useEditorState(({ design, faceplate }) => faceplate && shownType(design, faceplate)),
  );
  if (!type) return null;
  return (
    <div className={styles.room} role="group" aria-label={say('face.room.title')}>
      {FACES.map((face) => (
        <FaceFigures key={face} room={faceRoom(type, face)} />
      ))}
    </div>
  );
}

/** What there is room for takes longer than a frame to work out: a drag must rest this long for it, ms. */
const REST_MS = 120;

/** The value as it was when it last came to rest. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function FaceFigures({ room }: { readonly room: FaceRoom }) {
  const { face, freeWidthMm, widestGapMm, largestFree } = room;
  const fitting = room.fits.filter(({ more }) => more > 0);
  return (
    <section className={styles.roomPart} aria-label={say(`panels.face.${face}`)}>
      <h3 className={styles.roomFace}>
        {say('face.room.face', { face: say(`panels.face.${face}`) })}
      </h3>
      <dl className={styles.roomLines}>
        <dt>{say('face.room.free')}</dt>
        <dd>
          {say('face.room.freeWidth', { free: mmText(freeWidthMm), widest: mmText(widestGapMm) })}
          {largestFree === null
            ? null
            : say('face.room.largest', {
                width: mmText(largestFree.widthMm),
                height: mmText(largestFree.heightMm),
              })}
        </dd>
        <Bandwidth room={room} />
        <dt>{say('face.room.vents')}</dt>
        <dd>{ventText(room)}</dd>
        <dt>{say('face.room.fits')}</dt>
        <dd className={styles.fits}>
          {fitting.length === 0 ? say('face.room.nothing') : null}
          {fitting.map(({ formFactor, more }) => (
            <TakeButton key={formFactor} formFactor={formFactor} more={more} />
          ))}
        </dd>
      </dl>
    </section>
  );
}

/** So many more of an opening fit; pressed, one of them is in the hand. */
function TakeButton({ formFactor, more }: Omit<RoomFor, 'fitted'>) {
  const { editor } = useWorkspace();
  const name = say(`face.opening.${formFactor}`);
  function take(): void {
    const { design, faceplate } = editor.state;
    const type = faceplate && design.deviceTypes.get(faceplate.typeId);
    if (!type) return;
    beginPlacingPart(editor, newCages(type, formFactor, { rows: 1, columns: 1 }), name, 'keys');
  }
  return (
    <button
      type="button"
      className={styles.fit}
      title={say('face.room.take', { name })}
      onClick={take}
    >
      {say('face.room.more', { count: more, name })}
    </button>
  );
}

/** Terabits a second for each unit: now, and with today's fastest in all that is there and still fits. */
function Bandwidth({ room }: { readonly room: FaceRoom }) {
  const { gbps, tbpsPerU, tbpsPerUCeiling } = room;
  if (gbps === 0 && (tbpsPerUCeiling ?? 0) === 0) return null;
  return (
    <>
      <dt>{say('face.room.bandwidth')}</dt>
      <dd>{say('face.room.tbps', { now: tbpsText(tbpsPerU), most: tbpsText(tbpsPerUCeiling) })}</dd>
    </>
  );
}

function tbpsText(tbps: number | null): string {
  return tbps === null ? say('panels.unknown') : String(Number(tbps.toFixed(2)));
}

function ventText({ ventMm2, ventOpenMm2, openShare }: FaceRoom): string {
  if (ventMm2 === 0) return say('face.room.noVents');
  const area = areaText(ventMm2);
  if (ventOpenMm2 === null || openShare === null) return say('face.room.ventUnknown', { area });
  return say('face.room.vent', {
    area,
    open: areaText(ventOpenMm2),
    share: Number((openShare * 100).toFixed(1)),
  });
}

/** Square centimetres: what one sees of a vent. */
function areaText(mm2: number): string {
  return (mm2 / 100).toFixed(1);
}
