import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Backdrop, DeviceType, FaceArea } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import {
  areaOnPanel,
  beginMeasuring,
  changeBackdrop,
  changeFaceplate,
  cropped,
  removeBackdrop,
  scaledByPoints,
  spannedBetween,
} from '../../editor/index.ts';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityField } from '../../panels/fields/quantity-field.tsx';
import { ReadLine } from '../../panels/inspector/fact-lines.tsx';
import { useEdit } from '../../panels/use-edit.ts';
import { useLive } from '../../panels/use-live.ts';
import { useEditorState, useWorkspace } from '../../panels/workspace.ts';
import styles from '../inspector/inspector.module.css';
import { mmText } from '../mm-text.ts';

interface BackdropFieldsProps {
  readonly type: DeviceType;
  readonly backdrop: Backdrop;
  readonly index: number;
}

type Change = Partial<Omit<Backdrop, 'pictureId'>>;

const SHOWN = ['inRacks', 'inPrint'] as const;

/** One picture behind a face: where it lies, what of it is used, and its scale by two points. */
export function BackdropFields({ type, backdrop, index }: BackdropFieldsProps) {
  const edit = useEdit();
  const { editor } = useWorkspace();
  const picture = useEditorState((state) => state.design.pictures.get(backdrop.pictureId));
  const set = (change: Change): string | null =>
    edit(({ state }) => changeBackdrop(state.design, type.id, index, change));
  const name = picture?.name ?? say('face.picture.lost');
  const { area } = backdrop;
  function toPanel(): void {
    const { left, right, top, bottom } = backdrop.crop;
    const width = (picture?.widthPx ?? 1) * (right - left);
    const height = (picture?.heightPx ?? 1) * (bottom - top);
    set({ area: areaOnPanel(type, area.face, width / height) });
  }
  return (
    <div role="group" aria-label={name} className={styles.backdrop}>
      <ReadLine label={say('face.picture.name')}>{name}</ReadLine>
      <ReadLine label={say('face.part.face')}>{say(`panels.face.${area.face}`)}</ReadLine>
      <AreaFields id={`backdrop-${index}`} area={area} set={(next) => set({ area: next })} />
      <CropFields index={index} backdrop={backdrop} set={set} />
      <Measured type={type} backdrop={backdrop} index={index} set={set} />
      {SHOWN.map((where) => (
        <FieldRow
          key={where}
          label={say(`face.picture.${where}`)}
          htmlFor={`backdrop-${index}-${where}`}
        >
          <Switch
            id={`backdrop-${index}-${where}`}
            size="xs"
            checked={backdrop[where]}
            onChange={(event) => set({ [where]: event.currentTarget.checked })}
          />
        </FieldRow>
      ))}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          onClick={() => beginMeasuring(editor, index)}
        >
          {say('face.picture.twoPoints')}
        </button>
        <button type="button" className={styles.action} onClick={toPanel}>
          {say('face.picture.toPanel')}
        </button>
        <button
          type="button"
          className={styles.action}
          onClick={() => edit(({ state }) => removeBackdrop(state.design, type.id, index))}
        >
          {say('face.picture.remove')}
        </button>
      </div>
    </div>
  );
}

const FAR_MM = 3000;

interface AreaFieldsProps {
  readonly id: string;
  readonly area: FaceArea;
  readonly set: (area: FaceArea) => string | null;
}

/** The width scales the picture as a whole: a picture of a face is not pulled out of shape. */
function AreaFields({ id, area, set }: AreaFieldsProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const mm = { dimension: 'length', unit: units, step: 0.1, max: FAR_MM } as const;
  return (
    <>
      <QuantityField
        id={`${id}-x`}
        label={say('face.part.x')}
        value={area.xMm}
        min={-FAR_MM}
        {...mm}
        onCommit={(xMm) => (xMm === null ? null : set({ ...area, xMm }))}
      />
      <QuantityField
        id={`${id}-y`}
        label={say('face.part.y')}
        value={area.yMm}
        min={-FAR_MM}
        {...mm}
        onCommit={(yMm) => (yMm === null ? null : set({ ...area, yMm }))}
      />
      <QuantityField
        id={`${id}-width`}
        label={say('face.part.width')}
        value={area.widthMm}
        min={1}
        {...mm}
        onCommit={(widthMm) => {
          if (widthMm === null) return null;
          const heightMm = (area.heightMm * widthMm) / area.widthMm;
          return set({ ...area, widthMm, heightMm: Number(heightMm.toFixed(3)) });
        }}
      />
    </>
  );
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

interface CropFieldsProps {
  readonly index: number;
  readonly backdrop: Backdrop;
  readonly set: (change: Change) => string | null;
}

/** What is cut from each side of the picture; the rest stays where it is. */
function CropFields({ index, backdrop, set }: CropFieldsProps) {
  const { crop } = backdrop;
  return SIDES.map((side) => {
    const inward = side === 'left' || side === 'top';
    return (
      <QuantityField
        key={side}
        id={`backdrop-${index}-crop-${side}`}
        label={say(`face.picture.crop.${side}`)}
        value={Number((inward ? crop[side] : 1 - crop[side]).toFixed(6))}
        dimension="share"
        unit="%"
        min={0}
        max={0.99}
        step={0.01}
        onCommit={(cut) => {
          if (cut === null) return null;
          const next = cropped(backdrop, { ...crop, [side]: inward ? cut : 1 - cut });
          return next ? set(next) : say('face.picture.nothingLeft');
        }}
      />
    );
  });
}

interface MeasuredProps extends BackdropFieldsProps {
  readonly set: (change: Change) => string | null;
}

/** The two points that were picked, until it is said how far apart they are. */
function Measured({ type, backdrop, index, set }: MeasuredProps) {
  const { editor, settings } = useWorkspace();
  const { units } = useLive(settings);
  const measuring = useEditorState((state) => state.faceplate?.measuring ?? null);
  const tool = useEditorState((state) => state.tool);
  const [widthMm] = useState(() => areaOnPanel(type, backdrop.area.face, 1).widthMm);
  const { from, to } = measuring ?? { from: null, to: null };
  if (measuring?.backdrop !== index || !from || !to || tool === 'measure') return null;
  const take = (area: FaceArea | null): string | null => {
    if (!area) return say('face.picture.tooNear');
    changeFaceplate(editor, { measuring: null });
    return set({ area });
  };
  return (
    <div className={styles.measured} role="group" aria-label={say('face.picture.measured')}>
      <p className={styles.hint}>
        {say('face.picture.measuredNow', {
          mm: mmText(Math.hypot(to.x - from.x, to.y - from.y)),
        })}
      </p>
      <QuantityField
        id={`backdrop-${index}-apart`}
        label={say('face.picture.apart')}
        value={Number(Math.hypot(to.x - from.x, to.y - from.y).toFixed(2))}
        dimension="length"
        unit={units}
        min={1}
        max={FAR_MM}
        step={1}
        onCommit={(mm) => (mm === null ? null : take(scaledByPoints(backdrop.area, from, to, mm)))}
      />
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            const why = take(spannedBetween(backdrop.area, from, to, 0, widthMm));
            if (why !== null) editor.notify('refused', why);
          }}
        >
          {say('face.picture.edges')}
        </button>
      </div>
    </div>
  );
}
