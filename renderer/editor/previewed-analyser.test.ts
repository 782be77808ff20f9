import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import { applyDiff, type Diff } from '../../shared/model/diff.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { PreviewedAnalyser } from './previewed-analyser.ts';

const design = buildSample('first-rack');
const devices = [...design.devices.values()];
const racks = orderedRacks(design);

/** Any device taken to any unit of any rack: the analysis does not ask whether it may stand there. */
const move = fc
  .tuple(fc.nat(devices.length - 1), fc.nat(racks.length - 1), fc.integer({ min: 1, max: 40 }))
  .map(([device, rack, u]) => ({ device, rackId: racks[rack]?.id ?? '', u }));

describe('an analyser that tries edits', () => {
  it('comes back to the design exactly, whatever was tried, and follows it from there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, fc.boolean()), { maxLength: 8 }), (steps) => {
        const analyser = new PreviewedAnalyser(design);
        let now = design;
        for (const [{ device, rackId, u }, dropped] of steps) {
          const before = now.devices.get(devices[device]!.id)!;
          const diff: Diff = {
            added: [],
            updated: [[before, { ...before, rackId, u }]],
            removed: [],
          };
          expect(analyser.preview(diff)).toEqual(analyse(applyDiff(now, diff)));
          if (dropped) {
            now = applyDiff(now, diff);
            expect(analyser.update(diff)).toEqual(analyse(now));
          }
        }
        expect(analyser.preview({ added: [], updated: [], removed: [] })).toEqual(analyse(now));
      }),
      { numRuns: 15 },
    );
  });
});
