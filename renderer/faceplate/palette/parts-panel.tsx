import { X } from 'lucide-react';
import { type PointerEvent, useState } from 'react';
import { faceFrame } from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import {
  beginPlacingPart,
  type NewPart,
  newBay,
  newCages,
  newShape,
  shownType,
} from '../../editor/index.ts';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import { waitForDrag } from '../../panels/library/use-placing.ts';
import { IconButton } from '../../panels/parts/icon-button.tsx';
import { PanelHeader } from '../../panels/parts/panel-header.tsx';
import { Section } from '../../panels/parts/section.tsx';
import { useEditorState, useWorkspace } from '../../panels/workspace.ts';
import { wholeNumber } from '../number-checks.ts';
import { ItemPicture } from './item-picture.tsx';
import { LoosePorts } from './loose-ports.tsx';
import styles from './palette.module.css';
import { itemId, itemName, PALETTE, type PaletteItem } from './palette-items.ts';

const MOST_ROWS = 16;
const MOST_COLUMNS = 128;

/** The left panel while a faceplate is open: what can be put on it, dragged, or taken with a click and put with another. */
export function PartsPanel({ onClose }: { readonly onClose: () => void }) {
  const type = useEditorState(
    ({ design, faceplate }) => faceplate && (design.deviceTypes.get(faceplate.typeId) ?? null),
  );
  const [grid, setGrid] = useState({ rows: 1, columns: 1 });
  if (!type) return null;
  const set = (patch: Partial<typeof grid>): null => {
    setGrid({ ...grid, ...patch });
    return null;
  };
  return (
    <section className={styles.panel} aria-label={say('face.palette.title')}>
      <PanelHeader title={say('face.palette.title')}>
        <IconButton icon={X} label={say('face.palette.close')} onClick={onClose} />
      </PanelHeader>
      <div className={styles.grid}>
        <span className={styles.gridLabel}>{say('face.palette.grid')}</span>
        <QuantityInput
          id="palette-rows"
          ariaLabel={say('face.group.rows')}
          value={grid.rows}
          {...COUNT}
          max={MOST_ROWS}
          onCommit={(value) => wholeNumber(value, (rows) => set({ rows }))}
        />
        <span aria-hidden>×</span>
        <QuantityInput
          id="palette-columns"
          ariaLabel={say('face.group.columns')}
          value={grid.columns}
          {...COUNT}
          max={MOST_COLUMNS}
          onCommit={(value) => wholeNumber(value, (columns) => set({ columns }))}
        />
      </div>
      <div className={styles.scroller}>
        <LoosePorts type={type} />
        {PALETTE.map(({ id, items }) => (
          <Section key={id} title={say(`face.palette.${id}`)}>
            <div className={styles.items} role="group" aria-label={say(`face.palette.${id}`)}>
              {items.map((item) => (
                <Item key={itemId(item)} item={item} type={type} grid={grid} />
              ))}
            </div>
          </Section>
        ))}
      </div>
    </section>
  );
}

const COUNT = { dimension: 'number', unit: '', min: 1, step: 1 } as const;

interface ItemProps {
  readonly item: PaletteItem;
  readonly type: DeviceType;
  readonly grid: { readonly rows: number; readonly columns: number };
}

/** One part: a drag takes it along; a click, or Enter, leaves it in the hand. */
function Item({ item, type, grid }: ItemProps) {
  const { editor } = useWorkspace();
  const name = itemName(item);
  function take(by: 'drag' | 'keys'): void {
    const { design, faceplate } = editor.state;
    if (!faceplate) return;
    const part = partOf(item, shownType(design, faceplate), grid);
    beginPlacingPart(editor, part, partWords(name, part), by);
  }
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    waitForDrag(event, take);
  }
  return (
    <button
      type="button"
      className={styles.item}
      title={name}
      onPointerDown={onPointerDown}
      onClick={({ detail }) => {
        // A click of the mouse has been heard as a press; this one is of the keyboard.
        if (detail === 0) take('keys');
      }}
    >
      <ItemPicture part={partOf(item, type, { rows: 1, columns: 1 })} />
      <span>{name}</span>
    </button>
  );
}

function partOf(item: PaletteItem, type: DeviceType, grid: ItemProps['grid']): NewPart {
  const { opening } = faceFrame(type, 'front');
  switch (item.kind) {
    case 'cages':
      return newCages(type, item.formFactor, grid);
    case 'shape':
      return newShape(item.shape, opening.height, say('face.newLabel'));
    case 'bay':
      return newBay(item.bay, opening.height);
    default:
      return item satisfies never;
  }
}

/** `32 OSFP` for a group, the name alone otherwise. */
function partWords(name: string, part: NewPart): string {
  const count = part.kind === 'cages' ? part.group.rows * part.group.columns : 1;
  return count === 1 ? name : say('face.palette.many', { count, name });
}
