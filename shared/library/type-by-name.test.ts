import { describe, expect, it } from 'vitest';
import { blankSwitch } from '../faceplate/fixture-face.ts';
import type { DeviceType } from '../model/device-type.ts';
import { typeByName } from './type-by-name.ts';

function named(id: string, manufacturer: string, model: string): DeviceType {
  const slug = `${manufacturer}-${model}`.toLowerCase();
  return { ...blankSwitch(), id, slug, manufacturer, model };
}
const types = [
  named('t1', 'Acme', 'QM9700'),
  named('t2', 'Acme', 'QM9790'),
  named('t3', 'Other', 'QM9790'),
  named('t4', 'Other', 'R 1'),
];
const ids = (name: string): unknown => {
  const answer = typeByName(types, name);
  if (answer.found) return answer.found.id;
  return { many: answer.many, like: answer.like.map(({ id }) => id) };
};

describe('a type that is named', () => {
  it('is found by id, slug, model, or maker and model, however it is written', () => {
    expect(ids('t1')).toBe('t1');
    expect(ids('acme-qm9700')).toBe('t1');
    expect(ids('qm9700')).toBe('t1');
    expect(ids('Other R 1')).toBe('t4');
    expect(ids('acme qm9790')).toBe('t2');
  });

  it('is asked for again where several bear the name', () => {
    expect(ids('QM9790')).toEqual({ many: true, like: ['t2', 't3'] });
  });

  it('brings those that are called something like it, the likest first', () => {
    expect(ids('QM970')).toMatchObject({ many: false, like: ['t1', 't2', 't3'] });
    expect(ids('zzz')).toEqual({ many: false, like: [] });
    expect(ids('')).toEqual({ many: false, like: [] });
  });
});
