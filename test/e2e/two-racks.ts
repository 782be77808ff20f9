/** Two racks to try edits on: a node and two switches in the first, a switch in the second. */
import path from 'node:path';
import { createDesignFile, readDesignFile } from '../../electron/storage/design-file.ts';
import type { Design } from '../../shared/model/design.ts';
import { startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { drawing, saved } from './hands.ts';
import { type PlenumApp, scratchFolder, startPlenum } from './plenum-app.ts';

export interface OpenFile extends PlenumApp {
  readonly file: string;
  /** The design as it is on disk, once the status bar says that it is there. */
  onDisk(): Promise<Design>;
}

export function twoRacks(): Design {
  const draft = startDraft('Two racks');
  const first = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  const second = draft.rack('A02', { widthMm: 600, maxPowerW: 20_000 });
  draft.device(first, { name: 'gpu-1', type: 'nvidia-dgx-h100', u: 1, face: 'front' });
  draft.device(first, { name: 'leaf-1', type: 'nvidia-qm9700', u: 12, face: 'front' });
  draft.device(first, { name: 'leaf-2', type: 'nvidia-qm9700', u: 14, face: 'front' });
  draft.device(second, { name: 'spine-1', type: 'nvidia-qm9700', u: 20, face: 'front' });
  return draft.build();
}

/** A design file in a folder of its own. */
export function designFile(design: Design, name = 'Two racks'): string {
  const file = path.join(scratchFolder(), `${name}.plenum`);
  createDesignFile(file, design);
  return file;
}

/** Starts Plenum with the two racks open. */
export async function openTwoRacks(
  options: { readonly userData?: string } = {},
): Promise<OpenFile> {
  const file = designFile(twoRacks());
  const plenum = await startPlenum({ ...options, args: [file] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  await plenum.page.getByRole('menubar', { name: say('panels.top.menu') }).waitFor();
  return {
    ...plenum,
    file,
    async onDisk() {
      await saved(plenum.page);
      return readDesignFile(file);
    },
  };
}
