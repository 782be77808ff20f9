import { Button } from '@mantine/core';
import { Wind } from 'lucide-react';
import { useMemo } from 'react';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { Band, RackRow } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText, bandText, numberText, powerText, shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useCommand } from '../use-command.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine, SumLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { sumKnown } from './shared-value.ts';
import { WorstLines } from './worst-lines.tsx';

interface RackTotalsProps {
  readonly design: Design;
  readonly racks: readonly Rack[];
}

/** Leads to the rack's air page. */
function AirPageButton() {
  const { label, run } = useCommand('rack.airPage');
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Wind size={14} aria-hidden />}
        onClick={run}
      >
        {label}
      </Button>
    </div>
  );
}

/** The rack as one plenum: what is left of its air, what pushes it back, and through what. */
function Plenum({ row }: { readonly row: RackRow }) {
  const { flowRatio, acrossPa, leakM3s, openUnits } = row;
  return (
    <>
      {flowRatio === null ? null : (
        <ReadLine label={say('panels.rack.flow')}>{bandText(inPercent(flowRatio), '%')}</ReadLine>
      )}
      {acrossPa === null ? null : (
        <ReadLine label={say('panels.rack.across')}>{bandText(acrossPa, 'Pa')}</ReadLine>
      )}
      {leakM3s === null ? null : (
        <ReadLine label={say('panels.rack.leak')}>
          {amountText(leakM3s * LITRES_PER_M3, 'l/s')}
        </ReadLine>
      )}
      <ReadLine label={say('panels.rack.openUnits')}>
        {say('panels.rack.openCount', { count: openUnits.length })}
      </ReadLine>
    </>
  );
}
const LITRES_PER_M3 = 1000;

function inPercent({ low, nominal, high }: Band): Band {
  return { low: low * 100, nominal: nominal * 100, high: high * 100 };
}

/** What racks hold together: units, power, weight, air, copper. */
export function RackTotals({ design, racks }: RackTotalsProps) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(racks.map(({ id }) => id));
    return rowsOf(analysis?.racks ?? [], ({ id }) => id, ids);
  }, [analysis, racks]);
  const devices = useMemo(() => {
    const ids = new Set(racks.map(({ id }) => id));
    return analysis?.devices.filter(({ rack }) => ids.has(rack)) ?? [];
  }, [analysis, racks]);
  const totalU = racks.reduce((sum, rack) => sum + rack.heightU, 0);
  const usedU = rows.reduce((sum, row) => sum + row.usedU, 0);
  const fills = rows.flatMap(({ bundleFill }) => (bundleFill === null ? [] : [bundleFill]));
  return (
    <Section title={say('panels.inspector.contents')}>
      <ReadLine label={say('panels.totals.devices')}>
        {numberText(racks.reduce((sum, rack) => sum + devicesInRack(design, rack.id).length, 0))}
      </ReadLine>
      {rows.length === 0 ? null : (
        <>
          <ReadLine label={say('panels.totals.usedU')}>
            {say('panels.totals.usedOf', { used: numberText(usedU), total: numberText(totalU) })}
          </ReadLine>
          <SumLine
            label={say('panels.totals.power')}
            of="devices"
            total={sumKnown(devices.map(({ powerW }) => powerW))}
            text={powerText}
          />
          <SumLine
            label={say('panels.totals.weight')}
            of="racks"
            total={sumKnown(rows.map((row) => row.weightKg))}
            text={(kg) => `${numberText(kg)}\u202fkg`}
          />
          <SumLine
            label={say('panels.totals.airflow')}
            of="racks"
            total={sumKnown(rows.map((row) => row.airflowCfm))}
            text={(cfm) => `${numberText(cfm)}\u202fCFM`}
          />
          <ReadLine label={say('panels.totals.copper')}>
            {`${numberText(rows.reduce((sum, row) => sum + row.copperKg, 0))}\u202fkg`}
          </ReadLine>
          {fills.length === 0 ? null : (
            <ReadLine label={say('panels.totals.bundleFill')}>
              {shareText(Math.max(...fills))}
            </ReadLine>
          )}
          {rows.length === 1 && rows[0] ? <Plenum row={rows[0]} /> : null}
          <WorstLines rows={devices} />
        </>
      )}
      {racks.length === 1 ? <AirPageButton /> : null}
    </Section>
  );
}
