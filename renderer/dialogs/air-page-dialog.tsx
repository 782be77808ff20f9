import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Band } from '../../shared/analysis/types.ts';
import {
  type AirPage,
  type AirPageDevice,
  airPageOf,
} from '../../shared/drawing/air-page/air-page.ts';
import { airPageSizeMm, paintAirPage } from '../../shared/drawing/air-page/paint-air-page.ts';
import { paletteFor } from '../../shared/drawing/index.ts';
import type { RackId } from '../../shared/model/ids.ts';
import { say } from '../../shared/text/index.ts';
import { CanvasSurface } from '../canvas/surface/canvas-surface.ts';
import { canvasMeasure, createTextWidths } from '../canvas/surface/text-widths.ts';
import { type KnownSum, sumKnown } from '../panels/inspector/shared-value.ts';
import { amountText, bandText, powerText, shareText } from '../panels/parts/number-text.ts';
import { useScheme } from '../panels/scheme.ts';
import { useLive } from '../panels/use-live.ts';
import { useWorkspace } from '../panels/workspace.ts';
import styles from './air-page-dialog.module.css';
import { DialogFrame } from './dialog-frame.tsx';

interface AirPageDialogProps {
  readonly rackId: RackId;
  readonly onClose: () => void;
}

/** A rack from the side with its air: intake to exhaust, what is blocked unit by unit, and where it leaks. */
export function AirPageDialog({ rackId, onClose }: AirPageDialogProps) {
  const { analysis: source } = useWorkspace();
  const { analysis, design } = useLive(source);
  const page = useMemo(
    () => (analysis === null ? null : airPageOf(design, analysis, rackId)),
    [analysis, design, rackId],
  );
  if (page === null) return null;
  return (
    <DialogFrame
      title={say('app.airPage.title', { rack: page.rack.name })}
      width={WIDTH_PX}
      onClose={onClose}
    >
      <Totals page={page} />
      <Picture page={page} />
      <Numbers page={page} />
    </DialogFrame>
  );
}

const WIDTH_PX = 1080;
/** Width of the picture in the dialog, px. */
const PICTURE_PX = 1040;

function Picture({ page }: { readonly page: AirPage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  const { width, height } = airPageSizeMm(page);
  const heightPx = Math.round((PICTURE_PX * height) / width);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const dots = Math.max(1, window.devicePixelRatio);
    context.canvas.width = Math.round(PICTURE_PX * dots);
    context.canvas.height = Math.round(heightPx * dots);
    const palette = paletteFor(scheme);
    context.fillStyle = palette.tokens.background;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    const widths = createTextWidths(canvasMeasure(measuringContext()));
    const placement = { originX: 0, originY: 0, pxPerMm: (PICTURE_PX * dots) / width };
    paintAirPage(new CanvasSurface(context, placement, { widths }), page, palette);
  }, [page, scheme, width, heightPx]);
  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      style={{ width: PICTURE_PX, aspectRatio: `${width} / ${height}` }}
      role="img"
      aria-label={say('app.airPage.picture', { rack: page.rack.name })}
    />
  );
}

/** Texts are measured on a context of their own: measuring sets its font. */
function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

/** What the rack comes to; of what is not wholly known, the part that is. */
function Totals({ page: { row, devices } }: { readonly page: AirPage }) {
  const heat = sumKnown(devices.map(({ powerW }) => powerW));
  const air = sumKnown(devices.filter(({ way }) => way !== 'none').map((one) => one.airflowCfm));
  const orPart = (whole: number | null, { sum }: KnownSum, text: (of: number) => string): string =>
    whole === null ? say('app.airPage.atLeast', { amount: text(sum) }) : text(whole);
  const totals = [
    ['heat', orPart(row.heatW, heat, powerText)],
    ['airflow', orPart(row.airflowCfm, air, (cfm) => amountText(cfm, 'CFM'))],
    [
      'rackFlow',
      row.flowRatio === null ? say('panels.unknown') : bandText(percentOf(row.flowRatio), '%'),
    ],
    ['across', row.acrossPa === null ? say('panels.unknown') : bandText(row.acrossPa, 'Pa')],
    ['leak', amountText(row.leakM3s === null ? null : row.leakM3s * LITRES_PER_M3, 'l/s')],
    ['copper', amountText(row.copperKg, 'kg')],
  ] as const;
  return (
    <dl className={styles.totals}>
      {totals.map(([name, text]) => (
        <div key={name}>
          <dt>{say(`app.airPage.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const LITRES_PER_M3 = 1000;

const COLUMNS = [
  'u',
  'way',
  'power',
  'blockedFront',
  'blockedRear',
  'flow',
  'inlet',
  'outlet',
  'margin',
] as const;

/** The same in numbers. */
function Numbers({ page }: { readonly page: AirPage }) {
  return (
    <table className={styles.table}>
      <caption>{say('app.airPage.table', { rack: page.rack.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('app.airPage.device')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`app.airPage.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.devices.map((device) => (
          <tr key={device.id}>
            <th scope="row">{device.name}</th>
            {COLUMNS.map((column) => (
              <td key={column}>{cellText(device, column)}</td>
            ))}
          </tr>
        ))}
        {page.gaps
          .filter(({ closed }) => !closed)
          .map(({ bottomU, topU }) => (
            <tr key={`gap ${bottomU}`}>
              <th scope="row">{say('app.airPage.gap')}</th>
              <td>{bottomU === topU ? bottomU : `${bottomU}–${topU}`}</td>
              <td colSpan={COLUMNS.length - 1}>{say('app.airPage.gapWay')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function cellText(device: AirPageDevice, column: (typeof COLUMNS)[number]): string {
  switch (column) {
    case 'u':
      return String(device.u);
    case 'way':
      return say(`app.airPage.way.${device.way}`);
    case 'power':
      return powerText(device.powerW);
    case 'blockedFront':
      return shareText(device.blocked.front);
    case 'blockedRear':
      return shareText(device.blocked.rear);
    case 'flow':
      return orUnknown(device, device.flowRatio && percentOf(device.flowRatio), '%');
    case 'inlet':
      return device.way === 'none' ? NOTHING : amountText(device.inletC, '°C');
    case 'outlet':
      return orUnknown(device, device.outletC, '°C');
    case 'margin':
      return device.way === 'none' ? NOTHING : amountText(device.marginAllowableK, 'K');
    default:
      return column satisfies never;
  }
}

const NOTHING = '–';

/** A band; nothing for what moves no air, and the word where it is unknown. */
function orUnknown({ way }: AirPageDevice, band: Band | null, unit: string): string {
  if (way === 'none') return NOTHING;
  return band === null ? say('panels.unknown') : bandText(band, unit);
}

function percentOf({ low, nominal, high }: Band): Band {
  return { low: low * 100, nominal: nominal * 100, high: high * 100 };
}
