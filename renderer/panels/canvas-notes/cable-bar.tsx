import { Select } from '@mantine/core';
import { MEDIA, mediumName } from '../../../shared/catalog/index.ts';
import {
  CABLE_SHAPES,
  type ShapeId,
  shapeId,
  shapeName,
} from '../../../shared/connect/cable-shape.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import { say } from '../../../shared/text/index.ts';
import { beginCable, type NextCable } from '../../editor/index.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './canvas-notes.module.css';

const AUTO = 'auto';

/** What the cable tool makes: its shape and its medium. It shows while the tool is in the hand. */
export function CableBar() {
  const { editor } = useWorkspace();
  const shown = useEditorState((state) => state.tool === 'cable');
  const next = useEditorState((state) => state.nextCable);
  if (!shown) return null;
  /** The cable in the hand was begun as another: it is let go. */
  function set(change: Partial<NextCable>): void {
    editor.set({ nextCable: { ...next, ...change } });
    beginCable(editor);
  }
  return (
    <section className={styles.bar} aria-label={say('panels.cableBar.title')}>
      <Select<ShapeId>
        size="xs"
        className={styles.barShape ?? ''}
        aria-label={say('app.connect.shape')}
        value={shapeId(next.shape)}
        data={CABLE_SHAPES.map((shape) => ({ value: shapeId(shape), label: shapeName(shape) }))}
        onChange={(id) => {
          const shape = CABLE_SHAPES.find((each) => shapeId(each) === id);
          if (shape) set({ shape });
        }}
      />
      <Select<MediumId | typeof AUTO>
        size="xs"
        className={styles.cardMedium ?? ''}
        aria-label={say('panels.field.medium')}
        value={next.medium ?? AUTO}
        data={[
          { value: AUTO, label: say('app.connect.auto') },
          ...[...MEDIA.keys()].map((value) => ({ value, label: mediumName(value) })),
        ]}
        onChange={(medium) => set({ medium: medium === AUTO ? null : medium })}
      />
    </section>
  );
}
