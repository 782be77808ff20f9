/** Device types in and out as files, by the command line in a process of its own: its memory is the import's alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProcess } from './in-process.ts';
import { rounded } from './numbers.ts';

export interface TypeFileTimes {
  readonly files: number;
  /** Reading, merging and writing to the design, a file on average. */
  readonly importMsPerFile: number;
  /** The process at its highest, with a quarter of the files and with all of them. */
  readonly importPeakMb: { readonly quarter: number; readonly all: number };
  readonly exportMsPerType: number;
}

/** As many types as the public library had in 2025. */
const FILES = 4400;
const MAKERS = 200;

/** @param folder an empty one */
export async function measureTypeFiles(folder: string): Promise<TypeFileTimes> {
  const [quarter, all] = [join(folder, 'quarter'), join(folder, 'all')];
  writeLibrary(quarter, FILES / 4);
  writeLibrary(all, FILES);
  const small = await inProcess('import', quarter, '--into', join(folder, 'quarter.plenum'));
  const design = join(folder, 'all.plenum');
  const large = await inProcess('import', all, '--into', design);
  const out = await inProcess('export', design, '--device-types', join(folder, 'out'));
  return {
    files: FILES,
    importMsPerFile: rounded(large.ms / FILES),
    importPeakMb: { quarter: small.peakMb, all: large.peakMb },
    exportMsPerType: rounded(out.ms / FILES),
  };
}

/** Types of the sizes that the public library has: most with a few ports, some with fifty, some with bays. */
function writeLibrary(folder: string, files: number): void {
  for (let n = 0; n < files; n += 1) {
    const maker = `Maker ${n % MAKERS}`;
    mkdirSync(join(folder, maker), { recursive: true });
    writeFileSync(join(folder, maker, `model-${n}.yaml`), typeText(maker, n));
  }
}

const SLUGS = ['1000base-t', '25gbase-x-sfp28', '100gbase-x-qsfp28', '400gbase-x-osfp'];

function typeText(maker: string, n: number): string {
  const ports = [2, 4, 8, 24, 28, 54][n % 6] ?? 0;
  const lines = [
    '---',
    `manufacturer: ${maker}`,
    `model: Model ${n}`,
    `slug: maker-${n % MAKERS}-model-${n}`,
    `u_height: ${1 + (n % 2)}`,
    `is_full_depth: ${n % 3 === 0}`,
    'airflow: front-to-rear',
    `weight: ${5 + (n % 20)}.5`,
    'weight_unit: kg',
    'comments: "[Data sheet](https://example.com/data-sheet)"',
    'console-ports:',
    '  - name: Console',
    '    type: rj-45',
    n % 3 === 0 ? 'module-bays:' : 'power-ports:',
    ...[1, 2].flatMap((supply) =>
      n % 3 === 0
        ? [`  - name: PSU ${supply}`, `    position: "${supply}"`]
        : [`  - name: PSU${supply}`, '    type: iec-60320-c14', '    maximum_draw: 650'],
    ),
    'interfaces:',
  ];
  for (let port = 1; port <= ports; port += 1) {
    lines.push(`  - name: Ethernet1/${port}`, `    type: ${SLUGS[n % SLUGS.length]}`);
  }
  return `${lines.join('\n')}\n`;
}
