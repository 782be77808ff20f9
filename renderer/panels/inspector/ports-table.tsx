import { useMemo } from 'react';
import { sumOfCounts } from '../../../shared/analysis/port-count.ts';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { PortCount, PortsRow } from '../../../shared/analysis/types.ts';
import { speedText } from '../../../shared/library/port-groups.ts';
import type { Device, Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { numberText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** A line of the table: what `ports` and `portTotals` have in common. */
type Line = PortCount & Pick<PortsRow, 'kind' | 'speedGbps' | 'formFactor'>;

/** Ports by kind and speed: how many are taken, kept, shut and left. */
export function PortsTable({ devices }: { readonly devices: readonly Device[] }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const lines = useMemo(() => {
    const ids = new Set(devices.map(({ id }) => id));
    return merged(rowsOf(analysis?.ports ?? [], ({ device }) => device, ids));
  }, [analysis, devices]);
  return <PortLines lines={lines} />;
}

/** The same over racks, or over the whole design. */
export function PortTotals({ racks }: { readonly racks: readonly Rack[] | null }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const lines = useMemo(() => {
    const ids = new Set(racks?.map(({ id }) => id) ?? ['design']);
    const scope = racks === null ? 'design' : 'rack';
    const rows = analysis?.portTotals.filter((row) => row.scope === scope && ids.has(row.id));
    return merged(rows ?? []);
  }, [analysis, racks]);
  return <PortLines lines={lines} />;
}

/** The same of each fabric: the ports that its cables are in, and those that its next cable may take. */
export function FabricPorts() {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const groups = useMemo(() => {
    const rows = analysis?.portTotals.filter(({ scope }) => scope === 'fabric') ?? [];
    return [...Map.groupBy(rows, ({ name }) => name)].map(([name, lines]) => ({ name, lines }));
  }, [analysis]);
  if (groups.length === 0) return null;
  return (
    <Section title={say('panels.inspector.fabricPorts')}>
      <p className={styles.hint}>{say('panels.ports.fabricHint')}</p>
      <PortTable groups={groups} />
    </Section>
  );
}

function PortLines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={say('panels.inspector.ports')}>
      <PortTable groups={[{ name: null, lines }]} />
    </Section>
  );
}

interface LineGroup {
  /** Stands over its lines; null where there is one group only. */
  readonly name: string | null;
  readonly lines: readonly Line[];
}

function PortTable({ groups }: { readonly groups: readonly LineGroup[] }) {
  const columns = COLUMNS.filter(
    (column) =>
      !RARE.has(column) || groups.some(({ lines }) => lines.some((line) => line[column] > 0)),
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('panels.ports.kind')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {say(`panels.ports.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ name, lines }) => (
        <tbody key={name}>
          {name === null ? null : (
            <tr className={styles.fabric}>
              <th scope="rowgroup" colSpan={1 + columns.length}>
                {name}
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <tr key={keyOf(line)}>
              <th scope="row">{kindText(line)}</th>
              {columns.map((column) => (
                <td key={column} data-none={column === 'free' && line.free === 0}>
                  {numberText(line[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const COLUMNS = ['used', 'reserved', 'shut', 'free', 'total'] as const;
/** Columns that are there only when they hold something. */
const RARE: ReadonlySet<(typeof COLUMNS)[number]> = new Set(['reserved', 'shut']);

/** A port for data is known by its cage and its speed, any other by what it is for and its cage. */
function kindText({ kind, speedGbps, formFactor }: Line): string {
  const parts =
    kind === 'interface' && cageText(formFactor) !== '' ? [] : [say(`panels.portKind.${kind}`)];
  parts.push(cageText(formFactor), speedGbps === null ? '' : speedText(speedGbps));
  return parts.filter((part) => part !== '').join(' ');
}

function cageText(formFactor: Line['formFactor']): string {
  return formFactor === null || formFactor === 'other'
    ? ''
    : say(`panels.formFactor.${formFactor}`);
}

function keyOf({ kind, speedGbps, formFactor }: Line): string {
  return `${kind}/${speedGbps}/${formFactor}`;
}

/** Several devices or racks of one kind are one line. */
function merged(rows: readonly Line[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const line = lines.get(keyOf(row));
    lines.set(keyOf(row), line ? { ...row, ...sumOfCounts(line, row) } : row);
  }
  return [...lines.values()];
}
