import { Button, Checkbox, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  PICTURE_DPIS,
  PICTURE_FORMATS,
  type PictureChoice,
  type PictureDpi,
  type PictureFormat,
} from '../../../shared/contract/picture-choice.ts';
import {
  designPicture,
  PIXEL_LIMIT,
  type PictureWish,
  pictureScale,
} from '../../../shared/drawing/picture/index.ts';
import { say } from '../../../shared/text/index.ts';
import { MM_PER_INCH } from '../../../shared/units/length.ts';
import { useEditorState } from '../../panels/workspace.ts';
import { ChoiceField } from '../choice-field.tsx';
import { DialogFrame } from '../dialog-frame.tsx';
import dialogs from '../dialogs.module.css';
import styles from './export-picture.module.css';
import { picturePixels, pictureSubjects } from './picture-options.ts';
import { PicturePreview } from './picture-preview.tsx';

interface ExportPictureDialogProps {
  readonly onClose: () => void;
  readonly onExport: (choice: PictureChoice) => void;
  readonly onCopy: (wish: PictureWish, dpi: PictureDpi) => void;
}

const FACES = ['both', 'front', 'rear'] as const;
const SCHEMES = ['paper', 'light', 'dark'] as const;
const PARTS = ['cables', 'labels', 'background'] as const;

/** A picture of what is selected, of its racks or of everything, seen before it is written. */
export function ExportPictureDialog({ onClose, onExport, onCopy }: ExportPictureDialogProps) {
  const design = useEditorState((state) => state.design);
  const selection = useEditorState((state) => state.selection);
  const subjects = useMemo(() => pictureSubjects(design, selection), [design, selection]);
  const [subject, setSubject] = useState(() => [...subjects.keys()][0] ?? 'design');
  const [format, setFormat] = useState<PictureFormat>('png');
  const [dpi, setDpi] = useState<PictureDpi>(150);
  const [look, setLook] = useState<Omit<PictureWish, 'racks' | 'devices'>>({
    faces: 'both',
    scheme: 'paper',
    cables: true,
    labels: true,
    background: true,
  });
  const wish = useMemo(
    () => ({ racks: null, devices: null, ...subjects.get(subject), ...look }),
    [subjects, subject, look],
  );
  const picture = useMemo(() => designPicture(design, wish), [design, wish]);
  const pixels = picture ? picturePixels(picture.box, dpi) : 0;
  const tooLarge = format === 'png' && pixels > PIXEL_LIMIT;
  return (
    <DialogFrame
      title={say('app.picture.title')}
      width={860}
      onClose={onClose}
      action={{
        label: say('app.picture.run'),
        disabled: picture === null || tooLarge,
        run: () => onExport({ format, dpi, wish }),
      }}
      aside={
        <Button
          type="button"
          variant="subtle"
          disabled={picture === null || pixels > PIXEL_LIMIT}
          onClick={() => onCopy(wish, dpi)}
        >
          {say('app.picture.copy')}
        </Button>
      }
    >
      <div className={styles.sides}>
        <div className={styles.choices}>
          <ChoiceField
            text="app.picture.subject"
            value={subject}
            values={[...subjects.keys()]}
            onChange={setSubject}
          />
          <ChoiceField
            text="app.picture.faces"
            value={look.faces}
            values={FACES}
            onChange={(faces) => setLook({ ...look, faces })}
          />
          <ChoiceField
            text="app.picture.scheme"
            value={look.scheme}
            values={SCHEMES}
            onChange={(scheme) => setLook({ ...look, scheme })}
          />
          <ChoiceField
            text="app.picture.format"
            value={format}
            values={PICTURE_FORMATS}
            onChange={setFormat}
          />
          <Select
            className={dialogs.field ?? ''}
            label={say('app.picture.dpi')}
            value={String(dpi)}
            data={PICTURE_DPIS.map(String)}
            allowDeselect={false}
            disabled={format === 'svg'}
            onChange={(value) => {
              const chosen = PICTURE_DPIS.find((each) => String(each) === value);
              if (chosen) setDpi(chosen);
            }}
          />
          <fieldset className={styles.parts}>
            <legend className={dialogs.fieldLabel}>{say('app.picture.parts')}</legend>
            {PARTS.map((part) => (
              <Checkbox
                key={part}
                label={say(`app.picture.part.${part}`)}
                checked={look[part]}
                onChange={({ currentTarget }) =>
                  setLook({ ...look, [part]: currentTarget.checked })
                }
              />
            ))}
          </fieldset>
        </div>
        <div className={styles.preview}>
          {picture ? (
            <PicturePreview design={design} picture={picture} />
          ) : (
            <p className={styles.nothing}>{say('app.picture.nothing')}</p>
          )}
          <p className={styles.size} role="status">
            {picture ? sizeText(picture.box, format === 'png' ? dpi : null, tooLarge) : ''}
          </p>
        </div>
      </div>
    </DialogFrame>
  );
}

function sizeText(
  box: Parameters<typeof pictureScale>[0],
  dpi: PictureDpi | null,
  tooLarge: boolean,
): string {
  if (tooLarge) return say('app.picture.tooLarge', { megapixels: PIXEL_LIMIT / 1_000_000 });
  const { denominator, widthMm, heightMm } = pictureScale(box);
  const paper = say('app.picture.paper', {
    width: Math.round(widthMm),
    height: Math.round(heightMm),
    scale: denominator,
  });
  if (dpi === null) return paper;
  const [width, height] = [widthMm, heightMm].map((mm) => Math.round((mm / MM_PER_INCH) * dpi));
  return say('app.picture.pixels', { paper, width: width ?? 0, height: height ?? 0 });
}
