import { SegmentedControl } from '@mantine/core';
import { X } from 'lucide-react';
import { mediumName } from '../../../shared/catalog/index.ts';
import { cableColours, type LegendEntry, paletteFor } from '../../../shared/drawing/index.ts';
import { say } from '../../../shared/text/index.ts';
import { onlyValues, patchSettings, runCommand } from '../../editor/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { numberText } from '../parts/number-text.ts';
import { useScheme } from '../scheme.ts';
import { useEdit } from '../use-edit.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './cable-legend.module.css';

const BY = ['medium', 'fabric', 'rail'] as const;

/** What the colours of the cables stand for; a press on a line shows its cables alone. */
export function CableLegend() {
  const isShown = useEditorState(({ view }) => view.cableLegend && view.showCables);
  return isShown ? <Legend /> : null;
}

function Legend() {
  const { editor } = useWorkspace();
  const edit = useEdit();
  const design = useEditorState((state) => state.design);
  const filter = useEditorState((state) => state.view.cableFilter);
  const palette = paletteFor(useScheme());
  const { by, legend, ownColours } = cableColours(design, palette);
  const { cabling } = design.settings;
  const all = legend.map(valueOf);
  const hidden = filter.hidden[by];

  function press(value: string): void {
    const isAlone = all.every((each) => hidden.has(each) === (each !== value));
    const values = new Set(isAlone ? all : [value]);
    const { view } = editor.state;
    editor.set({ view: { ...view, cableFilter: onlyValues(design, filter, by, values) } });
  }
  return (
    <section className={styles.legend} aria-label={say('cables.legend.title')}>
      <div className={styles.head}>
        <strong className={styles.title}>{say('cables.legend.title')}</strong>
        <IconButton
          icon={X}
          label={say('cables.legend.close')}
          onClick={() => void runCommand(editor, 'view.cableLegend')}
        />
      </div>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={say('cables.legend.by')}
        value={by}
        data={BY.map((value) => ({ value, label: say(`cables.column.${value}`) }))}
        onChange={(colourBy) =>
          edit(({ state }) => patchSettings(state.design, { cabling: { ...cabling, colourBy } }))
        }
      />
      <ul className={styles.entries}>
        {legend.map((entry) => {
          const value = valueOf(entry);
          return (
            <li key={value}>
              <button
                type="button"
                className={styles.entry}
                aria-pressed={!hidden.has(value)}
                onClick={() => press(value)}
              >
                <Swatch entry={entry} />
                <span className={styles.name}>{nameOf(entry)}</span>
                <span className={styles.count}>{numberText(entry.count)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {legend.length === 0 ? <p className={styles.foot}>{say('cables.nothing')}</p> : null}
      {ownColours === 0 ? null : (
        <p className={styles.foot}>{say('cables.legend.own', { count: ownColours })}</p>
      )}
    </section>
  );
}

/** The line as it is drawn. */
function Swatch({ entry: { look } }: { readonly entry: LegendEntry }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 32 8" aria-hidden="true">
      <line
        x1={0}
        x2={32}
        y1={4}
        y2={4}
        stroke={look.colour}
        strokeWidth={4}
        strokeDasharray={look.dashMm.map((mm) => mm / 2).join(' ')}
      />
    </svg>
  );
}

/** As the filter knows it. */
function valueOf({ value }: LegendEntry): string {
  return String(value ?? '');
}

function nameOf(entry: LegendEntry): string {
  switch (entry.by) {
    case 'medium':
      return mediumName(entry.value);
    case 'fabric':
      return entry.value === '' ? say('cables.legend.noFabric') : entry.value;
    case 'rail':
      return entry.value === null
        ? say('cables.legend.noRail')
        : say('cables.legend.rail', { rail: entry.value });
    default:
      return entry satisfies never;
  }
}
