import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { say } from '../../shared/text/index.ts';
import styles from '../panels/canvas-notes/canvas-notes.module.css';
import { useCommand } from '../panels/use-command.ts';
import { useEditorState } from '../panels/workspace.ts';

/** What to do first, over a floor with nothing on it. */
export function EmptyPlan() {
  const isEmpty = useEditorState(
    ({ design }) => design.racks.size + design.areas.size + design.pathways.size === 0,
  );
  const isDrawing = useEditorState(({ plan }) => plan.tool.tool !== 'select');
  const addRows = useCommand('row.addBlock');
  const addRack = useCommand('rack.add');
  if (!isEmpty || isDrawing) return null;
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{say('plan.empty.title')}</p>
      <p className={styles.hint}>{say('plan.empty.hint')}</p>
      <Button
        leftSection={<Plus size={15} aria-hidden />}
        disabled={addRows.disabledReason !== null}
        onClick={addRows.run}
      >
        {say('plan.empty.addRows')}
      </Button>
      <Button variant="default" disabled={addRack.disabledReason !== null} onClick={addRack.run}>
        {say('panels.canvas.addRack')}
      </Button>
    </div>
  );
}
