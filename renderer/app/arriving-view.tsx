/** The racks of a design whose devices and cables are still being read, and how far that is. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { say } from '../../shared/text/index.ts';
import { CanvasView } from '../canvas/index.ts';
import { useScheme } from '../panels/scheme.ts';
import { useLive } from '../panels/use-live.ts';
import styles from './app.module.css';
import type { ArrivingDesign } from './arriving-design.ts';
import { fitOnce } from './first-look.ts';
import type { PlenumWindow } from './plenum-window.ts';

interface ArrivingViewProps {
  readonly window: PlenumWindow;
  readonly arriving: ArrivingDesign;
}

export function ArrivingView({ window, arriving }: ArrivingViewProps) {
  const { name, editor, progress, stop } = arriving;
  const { read, total } = useLive(progress);
  const { wheel } = useLive(window.settings);
  const scheme = useScheme();
  useEffect(() => fitOnce(editor), [editor]);
  const percent = Math.floor((100 * read) / total);
  const title = say('app.arriving.title', { name });
  return (
    <div className={styles.arriving}>
      <div className={styles.arrivingRacks}>
        <CanvasView
          editor={editor}
          analysis={null}
          lens={null}
          scheme={scheme}
          wheel={wheel}
          onContextMenu={() => {}}
        />
      </div>
      <footer className={styles.arrivingBar} role="status">
        <span className={styles.arrivingName}>{title}</span>
        <progress aria-label={title} max={100} value={percent} />
        <span className={styles.arrivingCount}>{say('app.arriving.read', { read, total })}</span>
        <Button variant="default" size="xs" onClick={stop}>
          {say('app.dialog.cancel')}
        </Button>
      </footer>
    </div>
  );
}
