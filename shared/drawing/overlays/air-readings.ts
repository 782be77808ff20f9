/** Overlays `blocked`, `bundles` and `outlet`: what the air of a device comes to. */
import type { Analysis, Band, DeviceRow } from '../../analysis/types.ts';
import { bandText, numberText, withUnit } from '../../analysis/value-text.ts';
import type { Design } from '../../model/design.ts';
import { cablesOfDevice } from '../../model/design-index.ts';
import type { DeviceId } from '../../model/ids.ts';
import { say } from '../../text/index.ts';
import { checkedCable } from './cable-reach.ts';
import { stepOf } from './overlay-kind.ts';
import { deviceRow, type ReadDevice, unknownReading } from './reading.ts';

function percent(share: number): string {
  return withUnit(numberText(Number((share * 100).toPrecision(2))), '%');
}

/** Whether a device moves air, or would if anybody knew how much. */
function movesAir({ deviceTypes, devices }: Design, { id, airflowCfm }: DeviceRow): boolean {
  if (airflowCfm !== null) return airflowCfm > 0;
  const device = devices.get(id);
  const type = device && deviceTypes.get(device.typeId);
  switch (type?.category) {
    case 'node':
    case 'server':
    case 'switch':
    case 'storage':
    case 'appliance':
      return type.airflow?.value !== 'passive';
    case 'patch-panel':
    case 'pdu':
    case 'power-shelf':
    case 'cable-manager':
    case 'blank':
    case 'shelf':
    case 'other':
    case undefined:
      return false;
    default:
      throw new RangeError(`no category ${String(type?.category satisfies undefined)}`);
  }
}

/** Cables at a device of which nobody knows how thick they are: what covers its faces is not all known. */
function cablesOfUnknownSize(analysis: Analysis, design: Design, id: DeviceId): number {
  let count = 0;
  for (const cableId of cablesOfDevice(design, id)) {
    if (checkedCable(analysis, cableId)?.odMm === null) count += 1;
  }
  return count;
}

/** Reads the share of a face that cables block. */
export function readBlocked(analysis: Analysis, design: Design): ReadDevice {
  return (id, face) => {
    const row = deviceRow(analysis, id);
    if (!row) return null;
    const share = row.blockedFraction[face];
    if (share === 0 && !movesAir(design, row)) return null;
    const unsized = cablesOfUnknownSize(analysis, design, id);
    if (unsized > 0) return unknownReading(() => say('overlay.unsized', { count: unsized }));
    return {
      step: stepOf('blocked', share),
      text: () => percent(share),
      told: () =>
        say('overlay.blocked.told', {
          share: percent(share),
          face: say(`overlay.face.${face}`),
          flow: row.flowRatio === null ? '' : bandText(inPercent(row.flowRatio), '%'),
          known: row.flowRatio === null ? 'no' : 'yes',
        }),
    };
  };
}

function inPercent({ low, nominal, high }: Band): Band {
  return { low: low * 100, nominal: nominal * 100, high: high * 100 };
}

/** Reads the diameter of the thickest bundle before a face. */
export function readBundles(analysis: Analysis, design: Design): ReadDevice {
  return (id, face) => {
    const unsized = cablesOfUnknownSize(analysis, design, id);
    if (unsized > 0) return unknownReading(() => say('overlay.unsized', { count: unsized }));
    const row = deviceRow(analysis, id);
    const diameterMm = row?.bundleMm[face] ?? 0;
    if (diameterMm === 0) return null;
    const text = withUnit(numberText(Number(diameterMm.toPrecision(2))), 'mm');
    return {
      step: stepOf('bundles', diameterMm),
      text: () => text,
      told: () =>
        say('overlay.bundles.told', { diameter: text, face: say(`overlay.face.${face}`) }),
    };
  };
}

/** Reads the temperature of the air that leaves a device. */
export function readOutlet(analysis: Analysis, design: Design): ReadDevice {
  return (id) => {
    const row = deviceRow(analysis, id);
    if (!row || !movesAir(design, row)) return null;
    const { inletC, outletC: outlet } = row;
    if (outlet === null || inletC === null) {
      return unknownReading(() => say('overlay.outlet.unknown'));
    }
    return {
      step: stepOf('outlet', outlet.nominal),
      text: () => withUnit(numberText(Math.round(outlet.nominal)), '°C'),
      told: () =>
        say('overlay.outlet.told', {
          outlet: bandText(outlet, '°C'),
          inlet: withUnit(numberText(inletC), '°C'),
        }),
    };
  };
}
