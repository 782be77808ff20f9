import { Button, Modal, Switch } from '@mantine/core';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import { parseTemplate, type Renamed, renamedBy } from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import { useEditorState } from '../../panels/workspace.ts';
import frame from '../frame.module.css';
import { ColourFields } from './colour-fields.tsx';
import { LabelExamples } from './label-examples.tsx';
import styles from './naming.module.css';
import type { Naming } from './naming.ts';
import { RenameList } from './rename-list.tsx';
import { TemplateField } from './template-field.tsx';

interface NamingDialogProps {
  readonly onClose: () => void;
  /** Answers why it cannot be, or null when it was made. */
  readonly onApply: (naming: Naming, renamed: readonly Renamed[]) => string | null;
}

/** How cables are called, what is printed at their ends, and what gives them their colour. */
export function NamingDialog({ onClose, onApply }: NamingDialogProps) {
  const design = useEditorState((state) => state.design);
  const selected = useEditorState((state) => state.selection.cables);
  const [naming, setNaming] = useState<Naming>(() => namingOf(design));
  const [renaming, setRenaming] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (change: Partial<Naming>): void => setNaming((before) => ({ ...before, ...change }));
  const id = parseTemplate(naming.idTemplate, 'id');
  const label = parseTemplate(naming.labelTemplate, 'label');
  const settled = useDeferredValue(naming);
  const ids: ReadonlySet<CableId> | undefined = selected.size > 0 ? selected : undefined;
  const renamed = useMemo(
    () => (renaming ? renamedBy(design, settled.idTemplate, ids) : []),
    [design, renaming, settled.idTemplate, ids],
  );
  const ready = id.ok && label.ok;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && settled === naming) setRefusal(onApply(naming, renamed));
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('app.naming.title')}
      size={1120}
      xOffset={24}
      yOffset={32}
      classNames={{ content: styles.window ?? '', body: frame.body ?? '' }}
    >
      <form className={frame.form} onSubmit={submit} noValidate>
        <div className={styles.columns}>
          <div className={styles.inputs}>
            <TemplateField
              kind="id"
              value={naming.idTemplate}
              answer={id}
              startsHere
              onChange={(idTemplate) => set({ idTemplate })}
            />
            <TemplateField
              kind="label"
              value={naming.labelTemplate}
              answer={label}
              onChange={(labelTemplate) => set({ labelTemplate })}
            />
            <div className={styles.limit}>
              <QuantityInput
                id="label-limit"
                label={say('app.naming.limit')}
                size="sm"
                value={naming.labelLimit}
                dimension="number"
                unit=""
                min={1}
                max={200}
                step={1}
                mayBeUnknown
                unknownText={say('app.naming.noLimit')}
                onCommit={(limit) => {
                  set({ labelLimit: limit === null ? null : Math.round(limit) });
                  return null;
                }}
              />
            </div>
            <ColourFields design={design} naming={naming} set={set} />
          </div>
          <div className={styles.preview}>
            {ready ? (
              <LabelExamples design={design} naming={settled} />
            ) : (
              <p className={styles.empty}>{say('app.naming.unread')}</p>
            )}
            {design.cables.size > 0 ? (
              <Switch
                className={styles.renameSwitch ?? ''}
                label={
                  ids
                    ? say('app.naming.renameSelected', { count: ids.size })
                    : say('app.naming.renameAll', { count: design.cables.size })
                }
                checked={renaming}
                onChange={({ currentTarget }) => setRenaming(currentTarget.checked)}
              />
            ) : null}
            {renaming && id.ok ? <RenameList renamed={renamed} /> : null}
          </div>
        </div>
        <div className={styles.buttons}>
          <span className={styles.refusal} role="alert">
            {refusal}
          </span>
          <Button type="button" variant="default" onClick={onClose}>
            {say('app.dialog.cancel')}
          </Button>
          <Button type="submit" disabled={!ready}>
            {say('app.naming.apply')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function namingOf({ settings: { cabling } }: Design): Naming {
  const { labelTemplate, idTemplate, labelLimit, colourBy, fabricColours } = cabling;
  return { labelTemplate, idTemplate, labelLimit, colourBy, fabricColours };
}
