import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CATALOG_TYPES } from '../../shared/catalog/index.ts';
import { DEVICE_CATEGORIES, type DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import dialogStyles from '../dialogs/dialogs.module.css';
import { newFaceplate } from '../editor/index.ts';
import { QuantityInput } from '../panels/fields/quantity-field.tsx';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { halfUnits } from './number-checks.ts';

interface NewTypeDialogProps {
  readonly onClose: () => void;
}

type Start = 'blank' | 'copy';
const STARTS: readonly Start[] = ['blank', 'copy'];
const WIDTHS = ['full', 'half', 'third'] as const;

/** A new device type, from nothing or as a copy of one that there is; its faceplate opens then. */
export function NewTypeDialog({ onClose }: NewTypeDialogProps) {
  const { editor } = useWorkspace();
  const inDesign = useEditorState((state) => state.design.deviceTypes);
  const [start, setStart] = useState<Start>('blank');
  const [fromId, setFromId] = useState<string | null>(null);
  const [words, setWords] = useState({
    manufacturer: '',
    model: '',
    category: 'switch' as DeviceType['category'],
    heightU: 1,
    width: 'full' as DeviceType['width'],
  });
  const types = sources(inDesign);
  const from = start === 'copy' ? (types.find(({ id }) => id === fromId) ?? null) : null;
  const set = (patch: Partial<typeof words>): null => {
    setWords((before) => ({ ...before, ...patch }));
    return null;
  };
  function chooseFrom(id: string | null): void {
    const type = types.find((each) => each.id === id);
    if (!type) return;
    const { manufacturer, category, heightU, width } = type;
    const model = say('editor.faceplate.ownModel', { model: type.model });
    setFromId(type.id);
    set({ manufacturer, model, category, heightU, width });
  }
  const ready = words.model.trim() !== '' && (start === 'blank' || from !== null);
  return (
    <DialogFrame
      title={say('face.new.title')}
      width={460}
      onClose={onClose}
      action={{
        label: say('face.new.make'),
        disabled: !ready,
        run() {
          const named = {
            ...words,
            manufacturer: words.manufacturer.trim(),
            model: words.model.trim(),
          };
          if (newFaceplate(editor, named, from)) onClose();
        },
      }}
    >
      <div className={dialogStyles.grid}>
        <div className={dialogStyles.wide}>
          <SegmentedControl
            fullWidth
            aria-label={say('face.new.start')}
            value={start}
            data={STARTS.map((value) => ({ value, label: say(`face.new.${value}`) }))}
            onChange={(value) => setStart(value)}
          />
        </div>
        {start === 'copy' ? (
          <div className={dialogStyles.wide}>
            <Select
              label={say('face.new.copyOf')}
              searchable
              value={fromId}
              placeholder={say('face.new.choose')}
              data={types.map((type) => ({ value: type.id, label: typeLabel(type) }))}
              limit={60}
              onChange={chooseFrom}
            />
          </div>
        ) : null}
        <TextInput
          id="new-type-model"
          label={say('panels.field.model')}
          value={words.model}
          data-autofocus
          autoComplete="off"
          onChange={({ currentTarget }) => set({ model: currentTarget.value })}
        />
        <TextInput
          id="new-type-maker"
          label={say('face.type.maker')}
          value={words.manufacturer}
          autoComplete="off"
          onChange={({ currentTarget }) => set({ manufacturer: currentTarget.value })}
        />
        <Select
          label={say('panels.field.kind')}
          value={words.category}
          data={DEVICE_CATEGORIES.map((value) => ({
            value,
            label: say(`panels.category.${value}`),
          }))}
          onChange={(next) => {
            const category = DEVICE_CATEGORIES.find((each) => each === next);
            if (category) set({ category });
          }}
        />
        <QuantityInput
          id="new-type-height"
          label={say('panels.field.heightU')}
          size="sm"
          value={words.heightU}
          dimension="rack-units"
          unit="U"
          min={0}
          max={58}
          step={0.5}
          onCommit={(value) => halfUnits(value, (heightU) => set({ heightU }))}
        />
        <div className={dialogStyles.wide}>
          <span className={dialogStyles.fieldLabel}>{say('face.type.width')}</span>
          <SegmentedControl
            fullWidth
            aria-label={say('face.type.width')}
            value={words.width}
            data={WIDTHS.map((value) => ({ value, label: say(`face.width.${value}`) }))}
            onChange={(width) => set({ width })}
          />
        </div>
      </div>
      <p className={dialogStyles.fieldHint}>{say('face.new.hint')}</p>
    </DialogFrame>
  );
}

function typeLabel({ manufacturer, model }: DeviceType): string {
  return say('panels.typeName', { maker: manufacturer, model }).trim();
}

/** The types of the design, then those of the catalogue that it does not hold, each under a name of its own. */
function sources(inDesign: ReadonlyMap<string, DeviceType>): readonly DeviceType[] {
  const others = CATALOG_TYPES.filter(({ id }) => !inDesign.has(id));
  return [...inDesign.values(), ...others].toSorted((a, b) =>
    typeLabel(a).localeCompare(typeLabel(b), 'en'),
  );
}
