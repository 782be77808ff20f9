import { Switch } from '@mantine/core';
import {
  boundsOf,
  type FacePart,
  lockParts,
  moveParts,
  type PartBox,
  renamePart,
  setPartBox,
  setShapeFields,
} from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { FieldRow } from '../../panels/fields/field-row.tsx';
import { QuantityField } from '../../panels/fields/quantity-field.tsx';
import { TextField } from '../../panels/fields/text-field.tsx';
import { ReadLine } from '../../panels/inspector/fact-lines.tsx';
import { sharedOrNull } from '../../panels/inspector/shared-value.ts';
import { Section } from '../../panels/parts/section.tsx';
import { useLive } from '../../panels/use-live.ts';
import { useWorkspace } from '../../panels/workspace.ts';
import { kindText } from '../part-text.ts';
import { CagesFields } from './cages-fields.tsx';
import { type DrawParts, useDraw } from './use-draw.ts';

interface PartsFieldsProps {
  readonly type: DeviceType;
  readonly parts: readonly FacePart[];
}

/** What is picked: where it lies and how large it is, to the hundredth, and what its kind has to say. */
export function PartsFields({ type, parts }: PartsFieldsProps) {
  const draw = useDraw(type);
  const refs = parts.map(({ ref }) => ref);
  const [first] = parts;
  if (!first) return null;
  const allCages = parts.every(({ ref }) => ref.part === 'cage');
  return (
    <>
      <Section title={say('face.part.title')}>
        <ReadLine label={say('panels.field.kind')}>{kindsText(parts)}</ReadLine>
        <ReadLine label={say('face.part.face')}>{facesText(parts)}</ReadLine>
        <NameField parts={parts} draw={draw} />
        <PlaceFields parts={parts} draw={draw} />
        <VentField type={type} parts={parts} draw={draw} />
        <FieldRow label={say('panels.field.locked')} htmlFor="part-locked">
          <Switch
            id="part-locked"
            size="xs"
            checked={parts.every(({ locked }) => locked)}
            onChange={({ currentTarget: { checked } }) =>
              draw(
                checked ? 'editor.label.lockParts' : 'editor.label.unlockParts',
                parts.length,
                (now) => lockParts(now, refs, checked),
              )
            }
          />
        </FieldRow>
      </Section>
      {allCages ? <CagesFields type={type} parts={parts} draw={draw} /> : null}
    </>
  );
}

function kindsText(parts: readonly FacePart[]): string {
  const kinds = new Map<string, number>();
  for (const part of parts) {
    const kind = kindText(part);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  if (parts.length === 1) return [...kinds.keys()].join();
  return [...kinds].map(([kind, count]) => say('face.part.count', { kind, count })).join(', ');
}

function facesText(parts: readonly FacePart[]): string {
  return [...new Set(parts.map(({ face }) => face))]
    .map((face) => say(`panels.face.${face}`))
    .join(', ');
}

interface FieldsProps {
  readonly parts: readonly FacePart[];
  readonly draw: DrawParts;
}

/** The name of an opening or a bay, the words of a label; other shapes have none. */
function NameField({ parts, draw }: FieldsProps) {
  const [part] = parts;
  if (!part || parts.length > 1) return null;
  const isLabel = part.is === 'label' && part.ref.part === 'shape';
  if (part.ref.part === 'shape' && !isLabel) return null;
  return (
    <TextField
      id="part-name"
      label={say(isLabel ? 'face.part.text' : 'panels.field.name')}
      value={part.name}
      required={!isLabel}
      onCommit={(name) =>
        draw('editor.label.changeParts', 1, (type) => renamePart(type, part.ref, name))
      }
    />
  );
}

const FAR_MM = 3000;

/** Exact places and sizes; several parts are moved as one, and get one size. */
function PlaceFields({ parts, draw }: FieldsProps) {
  const { settings } = useWorkspace();
  const { units } = useLive(settings);
  const bounds = boundsOf(parts);
  if (!bounds) return null;
  const refs = parts.map(({ ref }) => ref);
  const disabled = parts.every(({ locked }) => locked);
  const mm = { dimension: 'length', unit: units, step: 0.1, disabled } as const;
  const place = (box: Partial<PartBox>): string | null =>
    draw('editor.label.moveParts', parts.length, (type) =>
      moveParts(
        type,
        refs,
        (box.xMm ?? bounds.xMm) - bounds.xMm,
        (box.yMm ?? bounds.yMm) - bounds.yMm,
      ),
    );
  const size = (box: Partial<PartBox>): string | null =>
    draw('editor.label.changeParts', parts.length, (type) => setPartBox(type, refs, box));
  return (
    <>
      <QuantityField
        id="part-x"
        label={say('face.part.x')}
        value={bounds.xMm}
        min={-FAR_MM}
        max={FAR_MM}
        {...mm}
        onCommit={(xMm) => (xMm === null ? null : place({ xMm }))}
      />
      <QuantityField
        id="part-y"
        label={say('face.part.y')}
        value={bounds.yMm}
        min={-FAR_MM}
        max={FAR_MM}
        {...mm}
        onCommit={(yMm) => (yMm === null ? null : place({ yMm }))}
      />
      <QuantityField
        id="part-width"
        label={say('face.part.width')}
        value={sharedOrNull(parts, ({ widthMm }) => widthMm) ?? 'mixed'}
        min={0.1}
        max={FAR_MM}
        {...mm}
        onCommit={(widthMm) => (widthMm === null ? null : size({ widthMm }))}
      />
      <QuantityField
        id="part-height"
        label={say('face.part.height')}
        value={sharedOrNull(parts, ({ heightMm }) => heightMm) ?? 'mixed'}
        min={0.1}
        max={FAR_MM}
        {...mm}
        onCommit={(heightMm) => (heightMm === null ? null : size({ heightMm }))}
      />
    </>
  );
}

/** How much of a vent is open; unknown is an answer. */
function VentField({ type, parts, draw }: FieldsProps & { readonly type: DeviceType }) {
  const ids = new Set(parts.map(({ ref }) => ref.id));
  const vents = type.shapes.filter(({ id, shape }) => shape === 'vent' && ids.has(id));
  if (vents.length === 0 || vents.length < parts.length) return null;
  const ratios = new Set(vents.map(({ openRatio }) => openRatio));
  const [ratio = null] = ratios;
  return (
    <QuantityField
      id="part-open"
      label={say('face.part.openRatio')}
      value={ratios.size > 1 ? 'mixed' : ratio}
      mayBeUnknown
      dimension="share"
      unit="%"
      min={0}
      max={1}
      step={0.05}
      onCommit={(openRatio) =>
        draw('editor.label.changeParts', parts.length, (now) =>
          setShapeFields(
            now,
            parts.map(({ ref }) => ref),
            { openRatio },
          ),
        )
      }
    />
  );
}
