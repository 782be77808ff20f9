import { describe, expect, it } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRow,
} from '../../../shared/floor/fixture-floor.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { type PaletteCommand, type PaletteGroup, paletteGroups } from './palette-search.ts';

const command = (id: PaletteCommand['id'], label: string): PaletteCommand => ({
  id,
  label,
  keys: '',
  disabledReason: null,
});
const COMMANDS = [
  command('edit.redo', 'Redo'),
  command('view.zoomIn', 'Zoom in'),
  command('rack.add', 'Add rack'),
  command('row.add', 'Add row'),
];
const design = buildSample('superpod-su');

function inWords(groups: readonly PaletteGroup[]): Record<string, string[]> {
  return Object.fromEntries(
    groups.map(({ name, entries }) => [
      name,
      entries.map((entry) => (entry.kind === 'command' ? entry.command.label : entry.subject.name)),
    ]),
  );
}

describe('the command palette', () => {
  it('begins with what was run last, then has every command', () => {
    const words = inWords(paletteGroups(design, COMMANDS, ['row.add'], ''));
    expect(words['recent']).toEqual(['Add row']);
    expect(words['commands']).toHaveLength(COMMANDS.length);
  });

  it('finds commands by any of their words, those that begin with it first', () => {
    expect(inWords(paletteGroups(design, COMMANDS, [], 'r'))['commands']?.[0]).toBe('Redo');
    expect(inWords(paletteGroups(design, COMMANDS, [], 'rack add'))['commands']).toEqual([
      'Add rack',
    ]);
  });

  it('finds racks, devices and cables by name, with where they are', () => {
    const groups = paletteGroups(design, COMMANDS, [], 'leaf-1');
    expect(inWords(groups)['devices']).toEqual(['leaf-1']);
    expect(groups.find(({ name }) => name === 'devices')?.entries[0]).toMatchObject({
      detail: expect.stringContaining('QM9700'),
    });
    expect(inWords(paletteGroups(design, COMMANDS, [], 'C0007'))['cables']).toEqual(['C0007']);
  });

  it('finds rows by their letter and what is on the floor by its name', () => {
    const floor = fixtureFloor(
      fixtureRow('b', 0),
      fixtureArea('column', [0, 0, 400, 400], { name: 'Pillar 4' }),
      fixturePathway('tray', [
        [0, 0],
        [600, 0],
      ]),
    );
    expect(inWords(paletteGroups(floor, [], [], 'row b'))).toEqual({ rows: ['Row B'] });
    expect(inWords(paletteGroups(floor, [], [], 'pillar'))).toEqual({ areas: ['Pillar 4'] });
    expect(inWords(paletteGroups(floor, [], [], 'tray'))).toEqual({ pathways: ['tray'] });
  });

  it('leads with the thing that is named, not with the command that mentions it', () => {
    const undo = command('edit.undo', 'Undo Place leaf-1');
    const groups = paletteGroups(design, [undo, ...COMMANDS], [], 'leaf-1');
    expect(groups.map(({ name }) => name)).toEqual(['devices', 'commands']);
    expect(paletteGroups(design, [undo, ...COMMANDS], [], 'undo')[0]?.name).toBe('commands');
  });

  it('lists few of many and says how many more there are', () => {
    const devices = paletteGroups(design, COMMANDS, [], 'dgx').find(
      ({ name }) => name === 'devices',
    );
    expect(devices?.entries).toHaveLength(8);
    expect(devices?.more).toBe(31 - 8);
  });

  it('has nothing for what is not there', () => {
    expect(paletteGroups(design, COMMANDS, [], 'zzzz')).toEqual([]);
  });
});
