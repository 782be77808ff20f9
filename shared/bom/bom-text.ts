/** A line of a bill of materials in words. */
import { mediumName } from '../catalog/index.ts';
import type { FormFactor } from '../model/device-type.ts';
import { say } from '../text/index.ts';
import type { BomLine, PlugCount } from './lines.ts';

/** What is bought: `NVIDIA QM9700`, `Passive copper 800G, OSFP – OSFP, 26 AWG`, `OSFP transceiver …`. */
export function itemText(line: BomLine): string {
  switch (line.group) {
    case 'device':
    case 'accessory':
      return `${line.manufacturer} ${line.model}`.trim();
    case 'cable':
      return [
        [mediumName(line.medium), rate(line.speedGbps)].join(' ').trim(),
        plugs(line.a, line.b),
        line.awg === null ? '' : say('bom.awg', { awg: line.awg }),
      ]
        .filter((part) => part !== '')
        .join(', ');
    case 'transceiver':
      return say('bom.transceiver', {
        form: formText(line.formFactor),
        rate: [line.ports > 1 ? `${line.ports} ×` : '', rate(line.speedGbps)].join(' ').trim(),
        medium: mediumName(line.medium),
      });
    default:
      return line satisfies never;
  }
}

function rate(speedGbps: number | null): string {
  if (speedGbps === null || speedGbps === 0) return '';
  return say('bom.rate', { speed: speedGbps });
}

function plugs(a: PlugCount, b: PlugCount): string {
  const text = ({ formFactor, count }: PlugCount): string =>
    [
      count > 1 ? `${count} ×` : '',
      formFactor === null ? say('bom.unknownPlug') : formText(formFactor),
    ]
      .join(' ')
      .trim();
  return `${text(a)} – ${text(b)}`;
}

function formText(formFactor: FormFactor): string {
  return say(`panels.formFactor.${formFactor}`);
}
