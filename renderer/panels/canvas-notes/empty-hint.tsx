import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import { useCommand } from '../use-command.ts';
import { useEditorState } from '../workspace.ts';
import styles from './canvas-notes.module.css';

/** What to do first, over a drawing with nothing in it. */
export function EmptyHint() {
  const hasRacks = useEditorState((state) => state.design.racks.size > 0);
  const hasDevices = useEditorState((state) => state.design.devices.size > 0);
  const busy = useEditorState((state) => state.tool === 'place');
  const add = useCommand('rack.add');
  if (hasDevices || busy) return null;
  if (hasRacks) return <p className={styles.line}>{say('panels.canvas.noDevices')}</p>;
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{say('panels.canvas.emptyTitle')}</p>
      <p className={styles.hint}>{say('panels.canvas.emptyHint')}</p>
      <Button
        leftSection={<Plus size={15} aria-hidden />}
        disabled={add.disabledReason !== null}
        onClick={add.run}
      >
        {say('panels.canvas.addRack')}
      </Button>
    </div>
  );
}
