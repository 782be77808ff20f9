import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import { AppData } from './app-data.ts';
import { DEFAULT_SETTINGS } from './app-settings.ts';

describe('settings', () => {
  it('start as the defaults and survive a restart', async () => {
    const folder = temporaryFolder();
    const settings = await new AppData(folder).settings();
    expect(settings).toEqual(DEFAULT_SETTINGS);
    await new AppData(folder).saveSettings({ ...settings, theme: 'dark', keys: { undo: 'Mod+Y' } });
    const again = await new AppData(folder).settings();
    expect(again).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', keys: { undo: 'Mod+Y' } });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('take what an older or newer Plenum wrote', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'settings.json'), '{"theme":"light","someday":1}');
    expect(await new AppData(folder).settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light' });
  });

  it.each(['{"theme":', '{"theme":"purple"}'])(
    'that are broken (%s) are kept aside',
    async (text) => {
      const folder = temporaryFolder();
      writeFileSync(path.join(folder, 'settings.json'), text);
      const data = new AppData(folder);
      expect(await data.settings()).toEqual(DEFAULT_SETTINGS);
      await data.saveSettings(DEFAULT_SETTINGS);
      const aside = readdirSync(folder).find((name) => name.includes('broken'));
      expect(readFileSync(path.join(folder, aside ?? ''), 'utf8')).toBe(text);
    },
  );
});

describe('recent designs', () => {
  it('are newest first, each once, by id', async () => {
    const folder = temporaryFolder();
    const data = new AppData(path.join(folder, 'data'));
    for (const name of ['a', 'b', 'a']) {
      const file = path.join(folder, `${name}.plenum`);
      writeFileSync(file, '');
      await data.opened(file, `The ${name}`);
    }
    rmSync(path.join(folder, 'b.plenum'));
    const recents = await data.recents();
    expect(recents).toMatchObject([
      { name: 'a', place: folder, missing: false },
      { name: 'b', place: folder, missing: true },
    ]);
    expect(await data.recentPath(recents[0]!.id)).toBe(path.join(folder, 'a.plenum'));
    expect(await refusalOf(() => data.recentPath('none'))).toBe('not-found');
  });
});

describe('drafts', () => {
  it('get a free name, and leave the recent list when they are thrown away', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'drafts'));
    writeFileSync(path.join(folder, 'drafts', 'Untitled 1.plenum'), '');
    const data = new AppData(folder);
    const [second, third] = [await data.newDraftPath(), await data.newDraftPath()];
    expect(path.basename(second)).toBe('Untitled 2.plenum');
    expect(path.basename(third)).toBe('Untitled 3.plenum');
    expect(data.isDraft(second)).toBe(true);
    expect(data.isDraft(path.join(folder, 'Untitled 2.plenum'))).toBe(false);
    writeFileSync(second, '');
    await data.opened(second, 'Pod of mine');
    expect(await data.recents()).toMatchObject([{ name: 'Pod of mine', place: '' }]);
    await data.opened(second, '');
    expect(await data.recents()).toMatchObject([{ name: 'Untitled 2', place: '' }]);
    rmSync(second);
    expect(await data.recents()).toEqual([]);
  });
});

describe('what was left open', () => {
  it('comes back: after a crash, and after quitting, but not after closing', async () => {
    const folder = temporaryFolder();
    const [crashed, kept, closed] = ['crashed', 'kept', 'closed'].map((name) => {
      const file = path.join(folder, `${name}.plenum`);
      writeFileSync(file, '');
      return file;
    });
    const first = new AppData(folder);
    for (const file of [crashed!, kept!, closed!]) await first.opened(file, '');
    await first.closed(kept!, true);
    await first.closed(closed!, false);
    expect(await new AppData(folder).leftOpen()).toEqual([
      { path: crashed, crashed: true },
      { path: kept, crashed: false },
    ]);
  });

  it('is offered twice at most, unless it opens', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'design.plenum');
    writeFileSync(file, '');
    await new AppData(folder).opened(file, '');
    expect(await new AppData(folder).leftOpen()).toHaveLength(1);
    expect(await new AppData(folder).leftOpen()).toHaveLength(1);
    expect(await new AppData(folder).leftOpen()).toHaveLength(0);
  });
});
