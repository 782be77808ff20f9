import { Slider } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import type { Backdrop, DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changeFaceplate } from '../../editor/index.ts';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { Section } from '../../panels/parts/section.tsx';
import { useEditorState, useWorkspace } from '../../panels/workspace.ts';
import styles from '../inspector/inspector.module.css';
import { BackdropFields } from './backdrop-fields.tsx';

const FACES: readonly Face[] = ['front', 'rear'];

/** Pictures to trace a face from: put behind it, laid to scale by two points, cut, faded. */
export function BackdropsSection({ type }: { readonly type: DeviceType }) {
  const { pickPicture } = useWorkspace();
  return (
    <Section
      title={say('face.picture.title')}
      detail={type.backdrops.length === 0 ? '' : String(type.backdrops.length)}
      startsClosed={type.backdrops.length === 0}
    >
      <p className={styles.hint}>{say('face.picture.hint')}</p>
      <div className={styles.actions}>
        {FACES.map((face) => (
          <button
            key={face}
            type="button"
            className={styles.action}
            onClick={() => pickPicture(type.id, face)}
          >
            <ImagePlus size={14} strokeWidth={1.75} aria-hidden />
            {say(`face.picture.add.${face}`)}
          </button>
        ))}
      </div>
      {type.backdrops.length === 0 ? null : <OpacityField />}
      {type.backdrops.map((backdrop, index) => (
        <BackdropFields
          // Two backdrops may show one picture: the place tells them apart.
          key={`${backdrop.pictureId}/${keyOf(type.backdrops, index)}`}
          type={type}
          backdrop={backdrop}
          index={index}
        />
      ))}
    </Section>
  );
}

/** Which of the backdrops with this picture it is. */
function keyOf(backdrops: readonly Backdrop[], index: number): number {
  const id = backdrops[index]?.pictureId;
  return backdrops.slice(0, index).filter(({ pictureId }) => pictureId === id).length;
}

/** How strongly the pictures show while one draws; it is not in the design. */
function OpacityField() {
  const { editor } = useWorkspace();
  const opacity = useEditorState((state) => state.faceplate?.backdropOpacity ?? 0);
  return (
    <FieldRow label={say('face.picture.opacity')}>
      <Slider
        size="sm"
        min={0}
        max={1}
        step={0.05}
        value={opacity}
        label={null}
        thumbLabel={say('face.picture.opacity')}
        onChange={(backdropOpacity) => changeFaceplate(editor, { backdropOpacity })}
      />
    </FieldRow>
  );
}
