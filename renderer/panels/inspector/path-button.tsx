import type { ReactNode } from 'react';
import type { PathTime } from '../../../shared/analysis/types.ts';
import { showTogether } from '../show-subjects.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** Selects the devices and cables of a way, and shows them. */
export function PathButton({
  path,
  name,
  children,
}: {
  readonly path: PathTime;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { editor } = useWorkspace();
  return (
    <button
      type="button"
      className={styles.pathButton}
      title={name}
      onClick={() =>
        showTogether(editor, [
          ...path.devices.map((id) => ({ kind: 'device' as const, id })),
          ...path.cables.map((id) => ({ kind: 'cable' as const, id })),
        ])
      }
    >
      {children}
    </button>
  );
}
