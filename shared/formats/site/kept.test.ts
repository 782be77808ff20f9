import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOf, withKept } from './kept.ts';

describe('what another program says of a record', () => {
  it('comes back as it was put in, and leaves what others say alone', () => {
    const said = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(said, said, (netbox, p2p) => {
        const extra = withKept(withKept('', 'p2p', p2p), 'netbox', netbox);
        expect(keptOf(extra, 'netbox')).toEqual(netbox);
        expect(keptOf(withKept(extra, 'netbox', {}), 'netbox')).toEqual({});
        expect(keptOf(withKept(extra, 'netbox', {}), 'p2p')).toEqual(p2p);
      }),
    );
  });

  it('is nothing where there is nothing, or nothing readable', () => {
    expect(withKept('', 'netbox', { site: '' })).toBe('');
    expect(keptOf('not json', 'netbox')).toEqual({});
    expect(keptOf('{"netbox":[1]}', 'netbox')).toEqual({});
  });
});
