import { useMemo } from 'react';
import type { PortsRow } from '../../../shared/analysis/types.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { speedText } from '../library/type-facts.ts';
import { useLive } from '../live-value.ts';
import { Section } from '../parts/section.tsx';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** Ports by kind and speed: how many are taken, how many are left. */
export function PortsTable({ devices }: { readonly devices: readonly Device[] }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(devices.map(({ id }) => id));
    return merged(analysis?.ports.filter(({ device }) => ids.has(device)) ?? []);
  }, [analysis, devices]);
  if (rows.length === 0) return null;
  return (
    <Section title={say('panels.inspector.ports')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('panels.ports.kind')}</th>
            <th scope="col">{say('panels.ports.used')}</th>
            <th scope="col">{say('panels.ports.free')}</th>
            <th scope="col">{say('panels.ports.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}/${row.speedGbps}`}>
              <th scope="row">{kindText(row)}</th>
              <td>{row.used}</td>
              <td data-none={row.free === 0}>{row.free}</td>
              <td>{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function kindText({ kind, speedGbps }: PortsRow): string {
  const name = say(`panels.portKind.${kind}`);
  return speedGbps === null
    ? name
    : say('panels.ports.kindAt', { kind: name, speed: speedText(speedGbps) });
}

/** Several devices of one kind are one line. */
function merged(rows: readonly PortsRow[]): readonly PortsRow[] {
  const lines = new Map<string, PortsRow>();
  for (const row of rows) {
    const key = `${row.kind}/${row.speedGbps}`;
    const line = lines.get(key);
    if (!line) lines.set(key, row);
    else {
      const { total, used, reserved, free } = line;
      lines.set(key, {
        ...line,
        total: total + row.total,
        used: used + row.used,
        reserved: reserved + row.reserved,
        free: free + row.free,
      });
    }
  }
  return [...lines.values()];
}
