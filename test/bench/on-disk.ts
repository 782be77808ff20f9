/** What runs without a window: the analysis and the design file. */
import { statSync } from 'node:fs';
import {
  commitDiff,
  createDesignFile,
  readDesignFile,
} from '../../electron/storage/design-file.ts';
import { openDesignFile } from '../../electron/storage/open-design-file.ts';
import { analyse, createAnalyser } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { rounded, type Spread, spreadOf, timed } from './numbers.ts';

export interface AnalysisTimes {
  readonly fullMs: Spread;
  readonly incrementalMs: Spread;
}

/** Analysis from scratch, and after each of many renamed or moved devices. */
export function measureAnalysis(design: Design): AnalysisTimes {
  const full = timed(5, () => void analyse(design));
  const analyser = createAnalyser(design);
  const edits = timed(
    100,
    (round) => void analyser.update(moveSomething(analyser.design, round)),
    5,
  );
  return { fullMs: spreadOf(full), incrementalMs: spreadOf(edits) };
}

/** Moves a server up by the height of the rack's free room, or back: a gesture as people make it. */
function moveSomething(design: Design, round: number): Diff {
  const devices = [...design.devices.values()];
  const before = devices[(round * 97) % devices.length];
  if (!before) throw new RangeError('the scene has no devices');
  const after = { ...before, u: before.u > 1 ? 1 : 2, name: `moved-${round}` };
  return { added: [], updated: [[before, after]], removed: [] };
}

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
