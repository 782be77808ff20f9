import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import styles from './app.module.css';

interface DropZoneProps {
  readonly children: ReactNode;
  readonly onDrop: (files: readonly File[]) => void;
}

/** The whole window takes dropped files, and says so while one hangs over it. */
export function DropZone({ children, onDrop }: DropZoneProps) {
  const [over, setOver] = useState(false);
  // Every child that is entered is another pair of events; only the last leaving ends it.
  const depth = useRef(0);

  function leave(): void {
    depth.current = 0;
    setOver(false);
  }
  function holdsFile(event: DragEvent): boolean {
    return event.dataTransfer.types.includes('Files');
  }
  return (
    // A dropped file is opened or imported; whoever cannot drag has File, Open and File, Import.
    <div
      className={styles.dropZone}
      onDragEnter={(event) => {
        if (!holdsFile(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDragOver={(event) => {
        if (holdsFile(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        leave();
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className={styles.dropNote}>
          <strong>{say('app.drop.title')}</strong>
          <span>{say('app.drop.hint')}</span>
        </div>
      ) : null}
    </div>
  );
}
