/** The design file: written, read, and given one gesture after another. */
import { statSync } from 'node:fs';
import {
  commitDiff,
  createDesignFile,
  readDesignFile,
} from '../../electron/storage/design-file.ts';
import { openDesignFile } from '../../electron/storage/open-design-file.ts';
import type { Design } from '../../shared/model/design.ts';
import { rounded, type Spread, spreadOf, timed } from './numbers.ts';

export interface FileTimes {
  readonly writeMs: number;
  readonly bytes: number;
  readonly readMs: Spread;
  readonly commitMs: Spread;
}

/** The design file at `file`: written, read, and given one gesture after another. */
export function measureFile(design: Design, file: string): FileTimes {
  const [writeMs = 0] = timed(1, () => createDesignFile(file, design, { replace: true }), 0);
  const read = timed(5, () => void readDesignFile(file));
  const opened = openDesignFile(file, { mode: 'write' });
  try {
    let now = opened.design;
    const commits = timed(200, (round) => {
      const [first] = now.devices.values();
      if (!first) throw new RangeError('the scene has no devices');
      const after = { ...first, name: `renamed-${round}` };
      commitDiff(opened.file, {
        label: 'Rename',
        diff: { added: [], updated: [[first, after]], removed: [] },
      });
      now = { ...now, devices: new Map([[after.id, after]]) };
    });
    return {
      writeMs: rounded(writeMs),
      bytes: statSync(file).size,
      readMs: spreadOf(read),
      commitMs: spreadOf(commits),
    };
  } finally {
    opened.file.close();
  }
}
