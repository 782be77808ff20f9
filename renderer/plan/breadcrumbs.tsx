import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { say } from '../../shared/text/index.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';
import { crumbsKey, crumbsOf } from './crumbs.ts';
import styles from './plan.module.css';

/** Room, row, rack, device, port: where one is, and the way back up. */
export function Breadcrumbs() {
  const { editor } = useWorkspace();
  // The camera moves with every frame; the crumbs only when one comes to another place.
  const key = useEditorState(() => crumbsKey(editor));
  const crumbs = useMemo(() => (key === '' ? [] : crumbsOf(editor)), [editor, key]);
  const hasRacks = useEditorState(({ design }) => design.racks.size > 0);
  if (!hasRacks) return null;
  return (
    <nav className={styles.crumbs} aria-label={say('plan.crumb.nav')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.kind} ${crumb.id}`}>
            {index === 0 ? null : <ChevronRight className={styles.arrow} size={14} aria-hidden />}
            <button
              type="button"
              className={styles.crumb}
              aria-current={index === crumbs.length - 1 ? 'true' : undefined}
              title={crumb.name}
              onClick={() => crumb.go(editor)}
            >
              {crumb.name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
