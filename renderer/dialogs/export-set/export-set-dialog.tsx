import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import {
  type DrawingSetChoice,
  ORIENTATIONS,
  PAPER_SIZES,
  type SheetCounts,
} from '../../../shared/contract/drawing-set.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import type { Selection } from '../../editor/index.ts';
import { Section } from '../../panels/parts/section.tsx';
import { useEditorState } from '../../panels/workspace.ts';
import frame from '../frame.module.css';
import styles from './export-set.module.css';
import { PreviewPane } from './preview-pane.tsx';
import { RackChoice } from './rack-choice.tsx';
import { RevisionList } from './revision-list.tsx';
import { chosenRacks, pagesOf, withRacks } from './set-choice.ts';
import type { SetExporter } from './set-exporter.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { TitleBlockFields } from './title-block-fields.tsx';
import { usePreview } from './use-preview.ts';
import { useWriting, type Writing } from './use-writing.ts';
import { VersionChoice } from './version-choice.tsx';

interface ExportSetDialogProps {
  readonly exporter: SetExporter;
  readonly choice: DrawingSetChoice;
  readonly readOnly: boolean;
  /** Today, as `2026-11-26`. */
  readonly today: string;
  readonly onChoice: (choice: DrawingSetChoice) => void;
  readonly onClose: () => void;
}

/** The drawing set: what of it, for which racks, on which paper, and its pages as they will be printed. */
export function ExportSetDialog(props: ExportSetDialogProps) {
  const { exporter, choice, onClose } = props;
  const design = useEditorState((state) => state.design);
  const wanted = useMemo(() => ({ choice, design }), [choice, design]);
  const preview = usePreview(exporter, wanted);
  const { counts } = preview;
  const writing = useWriting(exporter);
  const busy = writing.state.kind === 'writing';
  const pages = pagesOf(choice, counts);
  return (
    <Modal
      opened
      onClose={busy ? exporter.stop : onClose}
      title={say('prints.title')}
      size="min(1480px, calc(100vw - 48px))"
      closeOnClickOutside={false}
      classNames={{ body: styles.dialog ?? '', content: styles.content ?? '' }}
    >
      <div className={styles.columns}>
        <Choices {...props} design={design} counts={counts} />
        <PreviewPane preview={preview} />
      </div>
      <div className={styles.footer}>
        <Outcome writing={writing} onShow={exporter.showWritten} />
        <Button type="button" variant="default" onClick={busy ? exporter.stop : onClose}>
          {say(busy ? 'prints.stop' : 'app.dialog.close')}
        </Button>
        <Button
          type="button"
          data-autofocus
          disabled={busy || pages === 0}
          onClick={() => writing.start(choice)}
        >
          {pages === null || pages === 0 ? say('prints.run') : say('prints.runPages', { pages })}
        </Button>
      </div>
    </Modal>
  );
}

interface ChoicesProps extends ExportSetDialogProps {
  readonly design: Design;
  readonly counts: SheetCounts | null;
}

function Choices({ exporter, design, counts, choice, readOnly, today, onChoice }: ChoicesProps) {
  const selection = useEditorState((state) => state.selection);
  const chosen = useMemo(() => chosenRacks(design, choice), [design, choice]);
  const selected = useMemo(() => racksOf(design, selection), [design, selection]);
  const { sheets, paper, orientation } = choice;
  const share = say('prints.sheets.chosen', { chosen: chosen.size, all: design.racks.size });
  return (
    <div className={styles.choices}>
      <Section title={say('prints.section.sheets')}>
        <SheetChoice choice={choice} counts={counts} onChange={onChoice} />
      </Section>
      <Section title={say('prints.section.paper')}>
        <div className={styles.inset}>
          <Select
            size="xs"
            aria-label={say('prints.paper')}
            value={paper}
            data={PAPER_SIZES.map((value) => ({ value, label: say(`prints.paper.${value}`) }))}
            onChange={(value) =>
              onChoice({ ...choice, paper: PAPER_SIZES.find((each) => each === value) ?? paper })
            }
          />
          <SegmentedControl
            size="xs"
            fullWidth
            className={styles.orientation ?? ''}
            aria-label={say('prints.orientation')}
            value={orientation}
            data={ORIENTATIONS.map((value) => ({
              value,
              label: say(`prints.orientation.${value}`),
            }))}
            onChange={(value) => onChoice({ ...choice, orientation: value })}
          />
        </div>
      </Section>
      {sheets.includes('racks') ? (
        <Section title={say('prints.section.racks')} detail={share}>
          <RackChoice
            design={design}
            chosen={chosen}
            selected={selected}
            onChange={(racks) => onChoice(withRacks(design, choice, racks))}
          />
        </Section>
      ) : null}
      {sheets.includes('changes') ? (
        <Section title={say('prints.section.against')}>
          <VersionChoice exporter={exporter} choice={choice} onChange={onChoice} />
        </Section>
      ) : null}
      <Section title={say('prints.section.block')}>
        <TitleBlockFields readOnly={readOnly} />
      </Section>
      <Section title={say('prints.section.revisions')}>
        <RevisionList readOnly={readOnly} today={today} />
      </Section>
    </div>
  );
}

/** What became of the export: how far it is, what was written, or why not. */
function Outcome({ writing, onShow }: { readonly writing: Writing; readonly onShow: () => void }) {
  const { state } = writing;
  switch (state.kind) {
    case 'idle':
      return <div className={styles.outcome} role="status" />;
    case 'writing': {
      const { comparing, done, total } = state;
      const percent = total === 0 ? 0 : Math.round((100 * done) / total);
      return (
        <div className={styles.outcome}>
          <div
            className={`${frame.bar} ${styles.progress}`}
            role="progressbar"
            aria-label={say('app.export.pdf')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent}
          >
            <div className={frame.barFill} style={{ width: `${percent}%` }} />
          </div>
          <span className={styles.count}>
            {total === 0
              ? say('app.progress.starting')
              : say(comparing ? 'prints.comparing' : 'prints.writing', { done, total })}
          </span>
        </div>
      );
    }
    case 'written':
      return (
        <div className={styles.outcome} role="status">
          <span className={styles.outcomeText}>
            {say('prints.done', { name: state.set.name, pages: state.set.pages })}
          </span>
          <Button type="button" size="xs" variant="default" onClick={onShow}>
            {say('prints.showInFolder')}
          </Button>
        </div>
      );
    case 'stopped':
      return (
        <div className={styles.outcome} role="status">
          {say('prints.stopped')}
        </div>
      );
    case 'failed':
      return (
        <div className={styles.outcome} role="alert">
          <span className={styles.failure}>{state.why}</span>
        </div>
      );
    default:
      return state satisfies never;
  }
}

/** The racks that are selected, and those that hold a selected device. */
function racksOf(design: Design, { racks, devices }: Selection): ReadonlySet<RackId> {
  const found = new Set(racks);
  for (const id of devices) {
    const device = design.devices.get(id);
    if (device) found.add(device.rackId);
  }
  return found;
}
