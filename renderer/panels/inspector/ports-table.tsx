import { useMemo } from 'react';
import { sumOfCounts } from '../../../shared/analysis/port-count.ts';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { PortCount, PortsRow } from '../../../shared/analysis/types.ts';
import type { Device, Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { speedText } from '../library/type-facts.ts';
import { useLive } from '../live-value.ts';
import { numberText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
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

function PortLines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  const columns = COLUMNS.filter(
    (column) => !RARE.has(column) || lines.some((line) => line[column] > 0),
  );
  return (
    <Section title={say('panels.inspector.ports')}>
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
        <tbody>
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
      </table>
    </Section>
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
