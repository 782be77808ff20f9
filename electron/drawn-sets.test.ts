import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DrawingSetChoice } from '../shared/contract/drawing-set.ts';
import { type Drawing, DrawnSets, type DrawSet } from './drawn-sets.ts';

const CHOICE: DrawingSetChoice = {
  paper: 'A3',
  orientation: 'automatic',
  sheets: ['cover'],
  racks: null,
};
const RESULT = { pages: 1, counts: {} as never };

const windows: EventEmitter[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const window of windows.splice(0)) window.emit('closed');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function setting(draw?: DrawSet) {
  const window = new EventEmitter();
  windows.push(window);
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-drawn-'));
  folders.push(folder);
  const design = path.join(folder, 'hall.plenum');
  const out = path.join(folder, 'set.pdf');
  writeFileSync(design, 'design');
  const drawn: string[] = [];
  const sets = new DrawnSets<EventEmitter>((task, drawing) => {
    drawn.push(task.out);
    if (draw) return draw(task, drawing);
    writeFileSync(task.out, `pages ${drawn.length}`);
    return Promise.resolve(RESULT);
  });
  return { window, folder, design, out, drawn, sets };
}

function drawing(): Drawing & { readonly told: number[]; readonly ending: AbortController } {
  const ending = new AbortController();
  const told: number[] = [];
  return { ending, told, signal: ending.signal, onProgress: ({ done }) => void told.push(done) };
}

describe('a drawing set that was looked at', () => {
  it('is written as it was seen', async () => {
    const { sets, window, design, out, drawn, folder } = setting();
    const { pdf } = await sets.preview(window, design, CHOICE);
    expect(await sets.write(window, design, CHOICE, out, drawing())).toBe(1);
    expect(readFileSync(out)).toEqual(Buffer.from(pdf));
    expect(drawn).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['hall.plenum', 'set.pdf']);
  });

  it('is drawn anew when the design or the choice is another, or somebody took it away', async () => {
    const { sets, window, design, out, drawn } = setting();
    await sets.preview(window, design, CHOICE);
    await sets.write(window, design, { ...CHOICE, paper: 'A4' }, out, drawing());
    utimesSync(design, 1, 1);
    await sets.write(window, design, CHOICE, out, drawing());
    expect(readFileSync(out, 'utf8')).toBe('pages 3');
    await sets.preview(window, design, CHOICE);
    rmSync(drawn.at(-1) ?? '');
    await sets.write(window, design, CHOICE, out, drawing());
    expect(drawn).toHaveLength(5);
    expect(readFileSync(out, 'utf8')).toBe('pages 5');
  });

  it('is waited for while it is drawn, with its progress', async () => {
    let finish = (): void => {};
    let tell: Drawing['onProgress'] = () => {};
    const { sets, window, design, out, drawn } = setting((task, { onProgress }) => {
      tell = onProgress;
      return new Promise((resolve) => {
        finish = () => {
          writeFileSync(task.out, 'whole');
          resolve(RESULT);
        };
      });
    });
    const seen = sets.preview(window, design, CHOICE);
    await expect.poll(() => drawn.length).toBe(1);
    const asked = drawing();
    const written = sets.write(window, design, CHOICE, out, asked);
    await expect
      .poll(() => {
        tell({ comparing: false, done: 3, total: 9 });
        return asked.told;
      })
      .toContain(3);
    finish();
    await Promise.all([seen, written]);
    expect(readFileSync(out, 'utf8')).toBe('whole');
    expect(drawn).toHaveLength(1);
  });

  it('may be waited for no longer, and leaves nothing', async () => {
    const { sets, window, design, out, drawn } = setting(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('ended')));
        }),
    );
    const seen = sets.preview(window, design, CHOICE);
    await expect.poll(() => drawn.length).toBe(1);
    const asked = drawing();
    const written = sets.write(window, design, CHOICE, out, asked);
    asked.ending.abort();
    await expect(written).rejects.toMatchObject({ name: 'TaskEnded', why: 'cancelled' });
    expect(existsSync(out)).toBe(false);
    window.emit('closed');
    await expect(seen).rejects.toThrow('ended');
  });

  it('is drawn anew when it came to nothing the first time', async () => {
    let tries = 0;
    const { sets, window, design, drawn } = setting((task) => {
      tries += 1;
      if (tries === 1) return Promise.reject(new Error('no room'));
      writeFileSync(task.out, 'pages');
      return Promise.resolve(RESULT);
    });
    await expect(sets.preview(window, design, CHOICE)).rejects.toThrow('no room');
    expect(Buffer.from((await sets.preview(window, design, CHOICE)).pdf).toString()).toBe('pages');
    expect(drawn.map((file) => existsSync(path.dirname(file)))).toEqual([false, true]);
  });

  it('is the one that was asked for last, however quickly they follow each other', async () => {
    const signals: AbortSignal[] = [];
    const { sets, window, design, drawn } = setting((task, { signal }) => {
      signals.push(signal);
      writeFileSync(task.out, `pages ${task.choice.paper}`);
      return Promise.resolve(RESULT);
    });
    const first = sets.preview(window, design, CHOICE).catch(() => null);
    const last = sets.preview(window, design, { ...CHOICE, paper: 'A4' });
    expect(drawn).toHaveLength(2);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(Buffer.from((await last).pdf).toString()).toBe('pages A4');
    await first;
  });

  it('is given up for the next, and when its window closes', async () => {
    const signals: AbortSignal[] = [];
    const { sets, window, design, drawn } = setting((task, { signal }) => {
      signals.push(signal);
      writeFileSync(task.out, 'pages');
      return Promise.resolve(RESULT);
    });
    await sets.preview(window, design, CHOICE);
    await sets.preview(window, design, { ...CHOICE, paper: 'A4' });
    await expect.poll(() => drawn.map((file) => existsSync(file))).toEqual([false, true]);
    window.emit('closed');
    await expect.poll(() => drawn.map((file) => existsSync(file))).toEqual([false, false]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});
