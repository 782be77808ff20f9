import { Checkbox } from '@mantine/core';
import {
  type DrawingSetChoice,
  SHEET_KINDS,
  type SheetCounts,
} from '../../../shared/contract/drawing-set.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './export-set.module.css';
import { withSheet } from './set-choice.ts';

interface SheetChoiceProps {
  readonly choice: DrawingSetChoice;
  /** Pages of each kind; null until a preview has told. */
  readonly counts: SheetCounts | null;
  readonly onChange: (choice: DrawingSetChoice) => void;
}

/** Which kinds of sheets: a tick and the pages of each. */
export function SheetChoice({ choice, counts, onChange }: SheetChoiceProps) {
  return (
    <ul className={styles.sheets}>
      {SHEET_KINDS.map((kind) => (
        <li key={kind} className={styles.sheetLine}>
          <Checkbox
            size="xs"
            label={say(`prints.sheet.${kind}`)}
            checked={choice.sheets.includes(kind)}
            onChange={({ currentTarget }) =>
              onChange(withSheet(choice, kind, currentTarget.checked))
            }
          />
          <span className={styles.count}>
            {counts === null ? '' : say('prints.sheets.count', { pages: counts[kind] })}
          </span>
        </li>
      ))}
    </ul>
  );
}
