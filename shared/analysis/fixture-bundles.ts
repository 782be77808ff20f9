/** Pieces for the tests of bundles and pathways. */
import { catalogType } from '../catalog/index.ts';
import { USUAL_INPUTS } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { AnalysisInputs, Cable, DesignRecord, Device, Rack } from '../model/records.ts';
import { design, device, link, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import type { Analysis } from './types.ts';

export const MANAGER_TYPE = catalogType('catalog:generic-hm-1u');

/** A horizontal manager in a unit of the first rack. */
export function manager(u: number, over: Partial<Device> = {}): Device {
  return device(`hm-${u}`, u, { typeId: MANAGER_TYPE.id, ...over });
}

/** Cables from the first cages of one device to the same of another. */
export function links(
  count: number,
  a: string,
  b: string,
  over: (n: number) => Partial<Cable> = () => ({}),
): readonly Cable[] {
  return Array.from({ length: count }, (_, n) => link(n, a, b, over(n)));
}

/** Racks of 600 mm side by side in the first row, `rack-1` first. */
export function racks(count: number, over: Partial<Rack> = {}): readonly Rack[] {
  return Array.from({ length: count }, (_, n) =>
    fixtureRack({ id: `rack-${n + 1}`, name: `A0${n + 1}`, order: n, ...over }),
  );
}

/** The two switches of the worked example, ten units apart in one rack. */
export const TWO_SWITCHES: readonly DesignRecord[] = [device('low', 10), device('high', 20)];

/** The analysis of worked switches with these inputs instead of the usual. */
export function analysed(
  records: readonly DesignRecord[],
  inputs: Partial<AnalysisInputs> = {},
): Analysis {
  return analyse(design(records, workedSwitch(), { inputs: { ...USUAL_INPUTS, ...inputs } }));
}
