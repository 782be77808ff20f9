import { useMemo } from 'react';
import type { DeviceRow } from '../../../shared/analysis/types.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { useLive } from '../live-value.ts';
import { amountText, bandText, powerText, shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useWorkspace } from '../workspace.ts';
import { ReadLine, SumLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { sumKnown } from './shared-value.ts';

/** What the analysis says about the devices now: power, air and heat, each with its band. */
export function DeviceLive({ devices }: { readonly devices: readonly Device[] }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(devices.map(({ id }) => id));
    return analysis?.devices.filter(({ id }) => ids.has(id)) ?? [];
  }, [analysis, devices]);
  const [row] = rows;
  if (!row) return null;
  return (
    <Section title={say('panels.inspector.airAndHeat')}>
      <SumLine
        label={say('panels.totals.power')}
        of="devices"
        total={sumKnown(rows.map(({ powerW }) => powerW))}
        text={powerText}
      />
      {rows.length === 1 ? <Flow row={row} /> : null}
    </Section>
  );
}

function Flow({ row }: { readonly row: DeviceRow }) {
  const { front, rear } = row.blockedFraction;
  const kelvin = (value: number | null): string => amountText(value, 'K');
  return (
    <>
      <ReadLine label={say('panels.live.blocked')}>
        {say('panels.live.blockedFaces', { front: shareText(front), rear: shareText(rear) })}
      </ReadLine>
      <ReadLine label={say('panels.live.flow')}>
        {row.flowRatio === null ? <Unknown /> : bandText(percent(row.flowRatio), '%')}
      </ReadLine>
      <ReadLine label={say('panels.live.rise')}>
        {row.outletRiseK === null ? <Unknown /> : bandText(row.outletRiseK, 'K')}
      </ReadLine>
      <ReadLine label={say('panels.live.inlet')}>
        {row.inletC === null ? <Unknown /> : amountText(row.inletC, '°C')}
      </ReadLine>
      <ReadLine label={say('panels.live.margin')}>
        {row.marginAllowableK === null ? <Unknown /> : kelvin(row.marginAllowableK)}
      </ReadLine>
    </>
  );
}

function percent(band: { low: number; nominal: number; high: number }): typeof band {
  return { low: band.low * 100, nominal: band.nominal * 100, high: band.high * 100 };
}

function Unknown() {
  return <span className={styles.lacking}>{say('panels.unknown')}</span>;
}
