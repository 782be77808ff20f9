import { describe, expect, it } from 'vitest';
import { ownArguments, startWish } from './start-arguments.ts';

describe('what Plenum was started with', () => {
  it('passes over the application folder and the switches before it', () => {
    expect(ownArguments(['electron', '--no-sandbox', '/app', '--sample', 'x'], false)).toEqual([
      '--sample',
      'x',
    ]);
    expect(ownArguments(['plenum', 'a.plenum'], true)).toEqual(['a.plenum']);
  });

  it('reads a sample, a file, or nothing', () => {
    expect(startWish(['--sample', 'first-rack'], '/home')).toEqual({
      show: 'sample',
      id: 'first-rack',
    });
    expect(startWish(['--sample=first-rack'], '/home')).toEqual({
      show: 'sample',
      id: 'first-rack',
    });
    expect(startWish(['a.plenum'], '/home')).toEqual({ show: 'file', path: '/home/a.plenum' });
    expect(startWish(['--inspect=0'], '/home')).toEqual({ show: 'nothing' });
  });
});
