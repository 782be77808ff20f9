import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { faceChecks, sayFaceCheck } from './face-checks.ts';

describe('the catalogue', () => {
  it.each(CATALOG_TYPES.map((type) => [type.id, type] as const))('%s', (_, type) => {
    const wrong = faceChecks(type).filter(({ severity }) => severity !== 'note');
    expect(wrong.map((check) => `${check.code}: ${sayFaceCheck(check)}`)).toEqual([]);
  });
});
