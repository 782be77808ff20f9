import { describe, expect, it } from 'vitest';
import { packageName } from './system-packages.ts';

describe('package names by release', () => {
  const gtk = { package: 'libgtk-3-0', renamed: true } as const;

  it('keeps the plain name before the 64-bit time renaming', () => {
    expect(packageName(gtk, 'bookworm')).toBe('libgtk-3-0');
    expect(packageName(gtk, 'jammy')).toBe('libgtk-3-0');
  });

  it('uses the new name from Debian 13 and Ubuntu 24.04 on', () => {
    expect(packageName(gtk, 'trixie')).toBe('libgtk-3-0t64');
    expect(packageName(gtk, 'noble')).toBe('libgtk-3-0t64');
  });

  it('leaves alone what was never renamed', () => {
    expect(packageName({ package: 'libnss3' }, 'noble')).toBe('libnss3');
  });
});
