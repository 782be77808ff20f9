/** `plenum info FILE [--json]`: what a design holds. */
import { cageCount, countDesign } from '../../shared/model/counts.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType, PortKind } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, oneFile } from './arguments.ts';

const PORT_KINDS: readonly PortKind[] = [
  'interface',
  'front',
  'rear',
  'console',
  'consoleServer',
  'powerInlet',
  'powerOutlet',
];

export function infoCommand(given: Arguments): 0 {
  const design = readDesignFile(oneFile(given));
  const info = describeDesign(design);
  process.stdout.write(given.flag('json') ? `${JSON.stringify(info, null, 2)}\n` : inWords(info));
  return 0;
}

type Info = ReturnType<typeof describeDesign>;

function describeDesign(design: Design) {
  return {
    design: design.settings.name,
    counts: countDesign(design),
    deviceTypes: [...design.deviceTypes.values()].sort(byName).map((type) => ({
      manufacturer: type.manufacturer,
      model: type.model,
      heightU: type.heightU,
      cages: cageCount(type),
      ports: type.ports.length,
      portsByKind: Object.fromEntries(
        PORT_KINDS.map((kind) => [kind, type.ports.filter((port) => port.kind === kind).length]),
      ),
    })),
  };
}

function byName(a: DeviceType, b: DeviceType): number {
  const left = `${a.manufacturer}\n${a.model}\n${a.id}`;
  const right = `${b.manufacturer}\n${b.model}\n${b.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function inWords(info: Info): string {
  const lines = [
    say('cli.info.title', { name: info.design }),
    say('cli.info.counts', { ...info.counts }),
    ...info.deviceTypes.map((type) =>
      say('cli.info.type', {
        name: `${type.manufacturer} ${type.model}`,
        heightU: type.heightU,
        cages: type.cages,
        ports: type.ports,
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
