import { describe, expect, it } from 'vitest';
import { violations } from './layers.ts';

const targets = (file: string, source: string): string[] =>
  violations(file, source).map(({ target }) => target);

describe('the layer rule', () => {
  it('lets shared import shared, and nothing of either half', () => {
    expect(targets('shared/analysis/air.ts', "import { mm } from '../units/length.ts';")).toEqual(
      [],
    );
    expect(
      targets('shared/analysis/air.ts', "import { x } from '../../electron/main.ts';"),
    ).toEqual(['electron/main.ts']);
  });

  it('keeps Node out of shared but not out of its tests', () => {
    const source = "import { readFileSync } from 'node:fs';";
    expect(targets('shared/formats/yaml.ts', source)).toEqual(['node:fs']);
    expect(targets('shared/formats/yaml.test.ts', source)).toEqual([]);
  });

  it('keeps React and the canvas out of the editor', () => {
    const source = "import { useState } from 'react';\nexport { stage } from '../canvas/stage.ts';";
    expect(targets('renderer/editor/store.ts', source)).toEqual([
      'react',
      'renderer/canvas/stage.ts',
    ]);
  });

  it('sees imports over many lines, dynamic ones and workers', () => {
    const source = [
      "import {\n  a,\n  b,\n} from '../../electron/preload.ts';",
      "const c = await import('../../electron/menu.ts');",
      "new Worker(new URL('../../electron/worker.ts', import.meta.url));",
    ].join('\n');
    expect(targets('renderer/app/start.ts', source)).toEqual([
      'electron/preload.ts',
      'electron/menu.ts',
      'electron/worker.ts',
    ]);
  });

  it('says why', () => {
    const [violation] = violations('electron/menu.ts', "import '../renderer/theme/tokens.ts';");
    expect(violation?.because).toMatch(/shared\/contract only/);
  });
});
