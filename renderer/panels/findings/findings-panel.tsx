import { ShieldCheck, SquareDashedMousePointer, Table2, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { countFindings, type FindingCounts, SEVERITIES } from '../../../shared/analysis/summary.ts';
import type {
  Analysis,
  Counts,
  Finding,
  RuleId,
  Severity,
  WaiverRow,
} from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { NOTHING_SELECTED, selectionSize } from '../../editor/index.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { concernedBy } from './concerning.ts';
import { type Grouping, groupingBy } from './finding-groups.ts';
import { FindingList } from './finding-list.tsx';
import { GroupMenu, RuleMenu } from './finding-menus.tsx';
import {
  filterFindings,
  type GroupedFindings,
  groupFindings,
  unneededWaivers,
} from './finding-rows.ts';
import styles from './findings.module.css';
import { keptGrouping, withGrouping } from './kept-grouping.ts';
import { SeverityFilter } from './severity-filter.tsx';

const NO_FINDINGS: readonly Finding[] = [];
const NO_WAIVERS: readonly WaiverRow[] = [];

/** What the person chose to see. */
interface FindingChoice {
  readonly severities: ReadonlySet<Severity>;
  readonly hiddenRules: ReadonlySet<RuleId>;
  readonly waived: boolean;
  readonly onlySelected: boolean;
  readonly query: string;
}

const EVERYTHING_OPEN: FindingChoice = {
  severities: new Set(SEVERITIES),
  hiddenRules: new Set(),
  waived: false,
  onlySelected: false,
  query: '',
};

/** The bottom panel: everything the analysis says, filtered and grouped; a click shows where it is. */
export function FindingsPanel({
  onCables,
  onClose,
}: {
  /** Shows the cable table in this panel's place. */
  readonly onCables: () => void;
  readonly onClose: () => void;
}) {
  const { analysis: source, settings } = useWorkspace();
  const { analysis, failed } = useLive(source);
  const grouping = keptGrouping(useLive(settings).panels);
  const counts = useMemo(() => countFindings(analysis?.findings ?? NO_FINDINGS), [analysis]);
  const [choice, setChoice] = useState(EVERYTHING_OPEN);
  const groups = useGroups(analysis, choice, grouping);
  const unneeded = useMemo(
    () =>
      choice.waived ? unneededWaivers(analysis?.waivers ?? NO_WAIVERS, choice.query) : NO_WAIVERS,
    [analysis, choice.waived, choice.query],
  );
  return (
    <section className={styles.panel} aria-label={say('panels.findings.title')}>
      <PanelHeader title={say('panels.findings.title')}>
        <IconButton icon={Table2} label={say('cables.toCables')} onClick={onCables} />
        <Toolbar
          counts={counts}
          choice={choice}
          grouping={grouping}
          onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
        />
        <IconButton icon={X} label={say('panels.findings.close')} onClick={onClose} />
      </PanelHeader>
      {failed === null ? null : (
        <p className={styles.failed} role="alert">
          {say('panels.findings.failed', { detail: failed })}
        </p>
      )}
      <FindingList
        groups={groups}
        unneeded={unneeded}
        empty={
          <NothingToShow
            findings={counts}
            counts={analysis?.counts ?? null}
            onlySelected={choice.onlySelected}
          />
        }
      />
    </section>
  );
}

/** Each part is made again only when what it is made of has changed: there may be tens of thousands. */
function useGroups(
  analysis: Analysis | null,
  { severities, hiddenRules, waived, onlySelected, query }: FindingChoice,
  grouping: Grouping,
): readonly GroupedFindings[] {
  const design = useEditorState((state) => state.design);
  // Where it hides nothing, another selection is no reason to make the long list again.
  const selection = useDeferredValue(
    useEditorState((state) => (onlySelected ? state.selection : NOTHING_SELECTED)),
  );
  const concerning = useMemo(
    () => (onlySelected ? concernedBy(selection, design) : null),
    [onlySelected, selection, design],
  );
  const findings = useMemo(
    () =>
      filterFindings(analysis?.findings ?? NO_FINDINGS, {
        severities,
        hiddenRules,
        waived,
        concerning,
        query,
      }),
    [analysis, severities, hiddenRules, waived, concerning, query],
  );
  return useMemo(
    () => groupFindings(findings, groupingBy(grouping, design)),
    [findings, grouping, design],
  );
}

interface ToolbarProps {
  readonly counts: FindingCounts;
  readonly choice: FindingChoice;
  readonly grouping: Grouping;
  readonly onChange: (change: Partial<FindingChoice>) => void;
}

function Toolbar({ counts, choice, grouping, onChange }: ToolbarProps) {
  const { settings, saveSettings } = useWorkspace();
  return (
    <>
      <SeverityFilter
        counts={counts.bySeverity}
        shown={choice.severities}
        onChange={(severities) => onChange({ severities })}
      />
      <button
        type="button"
        className={styles.filterButton}
        data-adds
        aria-pressed={choice.waived}
        title={waivedText(counts)}
        onClick={() => onChange({ waived: !choice.waived })}
      >
        <ShieldCheck size={14} aria-hidden />
        <span className="visually-hidden">{say('panels.findings.waived')}</span>
        {counts.waived}
      </button>
      <IconButton
        icon={SquareDashedMousePointer}
        label={say('panels.findings.onlySelected')}
        pressed={choice.onlySelected}
        onClick={() => onChange({ onlySelected: !choice.onlySelected })}
      />
      <GroupMenu
        grouping={grouping}
        onChange={(next) => saveSettings({ panels: withGrouping(settings.state.panels, next) })}
      />
      <RuleMenu
        counts={counts.byRule}
        hidden={choice.hiddenRules}
        onChange={(hiddenRules) => onChange({ hiddenRules })}
      />
      <SearchField
        className={styles.search ?? ''}
        value={choice.query}
        label={say('panels.findings.search')}
        onChange={(query) => onChange({ query })}
      />
    </>
  );
}

function waivedText({ waived, lapsed }: FindingCounts): string {
  const text = say('panels.findings.waived.count', { count: waived });
  if (lapsed === 0) return text;
  return `${text}; ${say('panels.findings.lapsed.count', { count: lapsed })}`;
}

interface NothingToShowProps {
  readonly findings: FindingCounts;
  readonly counts: Counts | null;
  readonly onlySelected: boolean;
}

function NothingToShow({ findings, counts, onlySelected }: NothingToShowProps) {
  const nothingSelected = useEditorState((state) => selectionSize(state.selection) === 0);
  if (onlySelected && nothingSelected) {
    return (
      <EmptyNote title={say('panels.findings.nothingSelected')}>
        {say('panels.findings.nothingSelectedHint')}
      </EmptyNote>
    );
  }
  if (findings.total > 0) {
    return (
      <EmptyNote title={say('panels.findings.noneFit')}>
        {say('panels.findings.noneFitHint')}
      </EmptyNote>
    );
  }
  if (counts === null) return <EmptyNote title={say('panels.findings.checking')} />;
  if (counts.devices === 0) {
    return (
      <EmptyNote title={say('panels.findings.nothingYet')}>
        {say('panels.findings.nothingYetHint')}
      </EmptyNote>
    );
  }
  if (findings.waived > 0) {
    return (
      <EmptyNote title={say('panels.findings.allWaived')}>
        {say('panels.findings.waived.count', { count: findings.waived })}
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title={say('panels.findings.none')}>
      {say('panels.findings.checked', {
        racks: counts.racks,
        devices: counts.devices,
        ports: counts.ports,
        cables: counts.cables,
      })}
    </EmptyNote>
  );
}
