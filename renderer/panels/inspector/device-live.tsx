import { useMemo } from 'react';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { DeviceRow } from '../../../shared/analysis/types.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText, bandText, powerText, shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine, SumLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { sumKnown } from './shared-value.ts';
import { WorstLines } from './worst-lines.tsx';

/** What the analysis says about the devices now: power, air and heat, each with its band. */
export function DeviceLive({ devices }: { readonly devices: readonly Device[] }) {
  const { analysis: source } = useWorkspace();
  const { analysis, preview, pending } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(devices.map(({ id }) => id));
    return rowsOf(analysis?.devices ?? [], ({ id }) => id, ids);
  }, [analysis, devices]);
  const [row] = rows;
  if (!row) return null;
  return (
    <Section
      title={say('panels.inspector.airAndHeat')}
      {...(preview ? { detail: say(pending ? 'overlay.trying' : 'overlay.preview') } : {})}
    >
      <SumLine
        label={say('panels.totals.power')}
        of="devices"
        total={sumKnown(rows.map(({ powerW }) => powerW))}
        text={powerText}
      />
      {rows.length === 1 ? (
        <Flow row={row} />
      ) : (
        <>
          <SumLine
            label={say('panels.totals.airflow')}
            of="devices"
            total={sumKnown(rows.map(({ airflowCfm }) => airflowCfm))}
            text={(cfm) => amountText(cfm, 'CFM')}
          />
          <WorstLines rows={rows} />
        </>
      )}
    </Section>
  );
}

function Flow({ row }: { readonly row: DeviceRow }) {
  const { front, rear } = row.blockedFraction;
  const kelvin = (value: number | null): string => amountText(value, 'K');
  return (
    <>
      <ReadLine label={say('panels.live.airflow')}>
        {row.airflowCfm === null ? <Unknown /> : amountText(row.airflowCfm, 'CFM')}
      </ReadLine>
      <ReadLine label={say('panels.live.blocked')}>
        {say('panels.live.blockedFaces', { front: shareText(front), rear: shareText(rear) })}
      </ReadLine>
      {row.bundleMm.front + row.bundleMm.rear === 0 ? null : (
        <ReadLine label={say('panels.live.bundle')}>
          {say('panels.live.blockedFaces', {
            front: amountText(row.bundleMm.front, 'mm'),
            rear: amountText(row.bundleMm.rear, 'mm'),
          })}
        </ReadLine>
      )}
      <ReadLine label={say('panels.live.flow')}>
        {row.flowRatio === null ? <Unknown /> : bandText(percent(row.flowRatio), '%')}
      </ReadLine>
      <ReadLine label={say('panels.live.rise')}>
        {row.outletRiseK === null ? <Unknown /> : bandText(row.outletRiseK, 'K')}
      </ReadLine>
      <ReadLine label={say('panels.live.inlet')}>
        {row.inletC === null ? <Unknown /> : amountText(row.inletC, '°C')}
      </ReadLine>
      <ReadLine label={say('panels.live.outlet')}>
        {row.outletC === null ? <Unknown /> : bandText(row.outletC, '°C')}
      </ReadLine>
      {row.opticsC === null ? null : (
        <ReadLine label={say('panels.live.optics')}>{bandText(row.opticsC, '°C')}</ReadLine>
      )}
      {row.recirculation === null ? null : (
        <ReadLine label={say('panels.live.recirculation')}>{shareText(row.recirculation)}</ReadLine>
      )}
      {row.fanSpeed === null || row.fanPower === null ? null : (
        <>
          <ReadLine label={say('panels.live.fanSpeed')}>
            {bandText(percent(row.fanSpeed), '%')}
          </ReadLine>
          <ReadLine label={say('panels.live.fanPower')}>
            {bandText(percent(row.fanPower), '%')}
            {row.extraFanW === null ? null : (
              <span>{say('panels.live.extraFan', { watts: bandText(row.extraFanW, 'W') })}</span>
            )}
          </ReadLine>
        </>
      )}
      <ReadLine label={say('panels.live.marginRecommended')}>
        {row.marginRecommendedK === null ? <Unknown /> : kelvin(row.marginRecommendedK)}
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
