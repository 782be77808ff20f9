import { Button, Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  applyPlan,
  fieldKey,
  type ImportPlan,
  takeAll,
} from '../../../shared/import-plan/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { SearchField } from '../../panels/parts/search-field.tsx';
import { useSlicedFilter } from '../../panels/use-sliced-filter.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { ReportButtons } from '../report-list.tsx';
import styles from './import-preview.module.css';
import { holds, PREVIEW_TABS, type PreviewTab, previewLines, wordsOf } from './preview-lines.ts';
import { PreviewList } from './preview-list.tsx';

interface ImportPreviewDialogProps {
  readonly design: Design;
  readonly plan: ImportPlan;
  readonly onImport: (taken: ReadonlySet<string>) => void;
  readonly onCopy: (taken: ReadonlySet<string>) => void;
  readonly onSave: (taken: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** What an import would do, before it does it. Nothing of the design is changed but what is chosen here. */
export function ImportPreviewDialog({
  design,
  plan,
  onImport,
  onCopy,
  onSave,
  onClose,
}: ImportPreviewDialogProps) {
  const lines = useMemo(() => previewLines(plan), [plan]);
  const [tab, setTab] = useState<PreviewTab>(() => firstTab(plan));
  const [query, setQuery] = useState('');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const refusal = useMemo(() => {
    const applied = applyPlan(design, plan, taken);
    return applied.ok
      ? null
      : say('import.refused', { name: applied.name, reason: sayReason(applied.reason) });
  }, [design, plan, taken]);
  const shownLines = lines[tab];
  const test = useMemo(() => {
    const words = wordsOf(query);
    return words.length === 0 ? null : (index: number) => holds(shownLines.at(index), words);
  }, [shownLines, query]);
  const shown = useSlicedFilter(shownLines.count, test);
  const nothing = plan.makes.length === 0 && taken.size === 0;
  function take(id: string, field: string, theirs: boolean): void {
    const next = new Set(taken);
    if (theirs) next.add(fieldKey(id, field));
    else next.delete(fieldKey(id, field));
    setTaken(next);
  }
  return (
    <DialogFrame
      title={say('import.title')}
      width={920}
      onClose={onClose}
      aside={<ReportButtons onCopy={() => onCopy(taken)} onSave={() => onSave(taken)} />}
      action={{
        label: say('import.do'),
        disabled: nothing || refusal !== null,
        run: () => onImport(taken),
      }}
    >
      <p className={styles.summary}>{summaryOf(plan)}</p>
      <div className={styles.bar}>
        <Tabs
          value={tab}
          onChange={(value) => {
            const next = PREVIEW_TABS.find((one) => one === value);
            if (next) setTab(next);
          }}
        >
          <Tabs.List aria-label={say('import.sections')}>
            {PREVIEW_TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {say(`import.tab.${one}`, { count: lines[one].count })}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <SearchField value={query} onChange={setQuery} label={say('import.filter')} />
      </div>
      {tab === 'differs' && plan.differs.length > 0 ? (
        <div className={styles.choices}>
          <Button
            type="button"
            variant="default"
            size="compact-sm"
            onClick={() => setTaken(new Set())}
          >
            {say('import.keepAll')}
          </Button>
          <Button
            type="button"
            variant="default"
            size="compact-sm"
            onClick={() => setTaken(takeAll(plan))}
          >
            {say('import.takeAll')}
          </Button>
          <span className={styles.taken}>{say('import.takenCount', { count: taken.size })}</span>
        </div>
      ) : null}
      <PreviewList
        key={tab}
        label={say(`import.tab.${tab}`, { count: lines[tab].count })}
        lines={lines[tab]}
        shown={shown}
        empty={say(query === '' ? `import.empty.${tab}` : 'import.empty.filter')}
        taken={taken}
        onTake={take}
      />
      {refusal === null ? null : (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </DialogFrame>
  );
}

/** What is new is shown first; where nothing is, what needs a person. */
function firstTab(plan: ImportPlan): PreviewTab {
  if (plan.makes.length > 0) return 'makes';
  return plan.differs.length > 0 ? 'differs' : 'faults';
}

function summaryOf({ makes, same }: ImportPlan): string {
  const made = (kind: string): number => makes.filter((one) => one.kind === kind).length;
  return say('import.summary', {
    racks: made('rack'),
    devices: made('device'),
    cables: made('cable'),
    types: made('deviceType'),
    same: same.racks + same.devices + same.cables + same.deviceTypes,
  });
}
