import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Renamed } from '../../../shared/labels/index.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './naming.module.css';

const ROW_PX = 24;

/** Every cable with the name it has and the one it gets. */
export function RenameList({ renamed }: { readonly renamed: readonly Renamed[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: renamed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const changed = renamed.filter(({ cable, name }) => cable.label !== name).length;
  return (
    <>
      <p className={styles.chosen} role="status">
        {say('app.naming.changed', { changed, count: renamed.length })}
      </p>
      <div
        ref={scroller}
        className={styles.renames}
        role="table"
        aria-label={say('app.naming.renames')}
        aria-rowcount={renamed.length}
        // What scrolls must be reached by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div role="rowgroup" className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const each = renamed[index];
            if (!each) return null;
            const same = each.cable.label === each.name;
            return (
              <div
                key={each.cable.id}
                role="row"
                aria-rowindex={index + 1}
                className={styles.rename}
                data-same={same}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell">{each.cable.label || each.cable.id}</span>
                <span role="cell" aria-hidden>
                  →
                </span>
                <span role="cell">{each.name}</span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
