import { SegmentedControl } from '@mantine/core';
import { X } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import { isFiltering, runCommand, shownCables } from '../../editor/index.ts';
import { FilterMenus } from '../cable-table/filter-menus.tsx';
import { focusCanvas } from '../focus-canvas.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useCommand } from '../use-command.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './cable-legend.module.css';

const OTHERS = ['faint', 'hidden'] as const;

/** What a filter leaves of the cables on the racks, and what becomes of the others; nothing where all are shown. */
export function CableFilterBar() {
  const { editor, analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const design = useEditorState((state) => state.design);
  const view = useEditorState((state) => state.view);
  const showAll = useCommand('cable.showAll');
  const { cableFilter, otherCables, showCables } = view;
  if (!isFiltering(cableFilter) || !showCables) return null;
  const shown = shownCables(design, analysis, cableFilter)?.size ?? design.cables.size;
  return (
    <section className={styles.bar} aria-label={say('cables.filter.title')}>
      <strong className={styles.shown} role="status">
        {say('cables.filter.showing', { shown, all: design.cables.size })}
      </strong>
      <FilterMenus />
      <SegmentedControl
        size="xs"
        aria-label={say('cables.others')}
        value={otherCables}
        data={OTHERS.map((value) => ({ value, label: say(`cables.others.${value}`) }))}
        onChange={(value) => editor.set({ view: { ...editor.state.view, otherCables: value } })}
      />
      <IconButton
        icon={X}
        label={showAll.label}
        keys={showAll.keys}
        onClick={() => {
          void runCommand(editor, 'cable.showAll');
          focusCanvas();
        }}
      />
    </section>
  );
}
