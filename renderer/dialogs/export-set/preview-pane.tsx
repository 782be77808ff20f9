import { Select } from '@mantine/core';
import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import { IconButton } from '../../panels/parts/icon-button.tsx';
import styles from './export-set.module.css';
import { PageList } from './page-list.tsx';
import { PageView } from './page-view.tsx';
import type { Preview } from './use-preview.ts';
import { nextZoom, ZOOMS, type Zoom } from './zoom.ts';

/** The pages as they will be printed: a list of all, and one of them large. */
export function PreviewPane({ preview: { pages, busy, failure } }: { readonly preview: Preview }) {
  const [wanted, setWanted] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('page');
  const count = pages?.count ?? 0;
  const page = Math.max(1, Math.min(wanted, count));
  const text = usePageText(pages, page);
  return (
    <section className={styles.preview} aria-label={say('prints.preview')} aria-busy={busy}>
      <div className={styles.previewBar}>
        <IconButton
          icon={ChevronLeft}
          label={say('prints.previousPage')}
          disabledReason={page > 1 ? null : say('prints.firstPage')}
          onClick={() => setWanted(page - 1)}
        />
        <span className={styles.pageOf} role="status">
          {count === 0 ? ' ' : say('prints.pageOf', { page, count })}
        </span>
        <IconButton
          icon={ChevronRight}
          label={say('prints.nextPage')}
          disabledReason={page < count ? null : say('prints.lastPage')}
          onClick={() => setWanted(page + 1)}
        />
        <span className={styles.busy}>{busy ? say('prints.drawing') : ''}</span>
        <IconButton
          icon={Minus}
          label={say('prints.zoomOut')}
          onClick={() => setZoom(nextZoom(zoom, -1))}
        />
        <Select
          size="xs"
          className={styles.zoom ?? ''}
          aria-label={say('prints.zoom')}
          value={String(zoom)}
          data={ZOOMS.map((each) => ({
            value: String(each),
            label:
              typeof each === 'number'
                ? say('prints.zoomPercent', { percent: each })
                : say(`prints.zoomFit.${each}`),
          }))}
          onChange={(value) => setZoom(ZOOMS.find((each) => String(each) === value) ?? 'page')}
        />
        <IconButton
          icon={Plus}
          label={say('prints.zoomIn')}
          onClick={() => setZoom(nextZoom(zoom, 1))}
        />
      </div>
      <div className={styles.pages}>
        {pages === null ? (
          <p className={styles.noPages}>
            {failure ?? say(busy ? 'prints.drawing' : 'prints.nothing')}
          </p>
        ) : (
          <>
            <PageList pages={pages} page={page} onPage={setWanted} />
            <PageView pages={pages} page={page} zoom={zoom} text={text} />
          </>
        )}
      </div>
      {pages !== null && failure !== null ? (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      ) : null}
    </section>
  );
}

/** What the shown page says: a picture of it is nothing to who cannot see. */
function usePageText(pages: Preview['pages'], page: number): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let stale = false;
    void pages?.textOf(page).then(
      (found) => {
        if (!stale) setText(found);
      },
      // The document was closed because a newer one has come.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [pages, page]);
  return text;
}
