import { describe, expect, it } from 'vitest';
import { readText } from '../recognise.ts';
import type { SiteRows } from '../site/rows.ts';

function rowsOf(document: unknown): SiteRows {
  const { kind, content } = readText(JSON.stringify(document));
  if (kind !== 'netbox-rest' || content.gives !== 'rows') throw new Error(kind);
  return content.rows;
}

const choice = (value: string | number) => ({ value, label: `${value}` });
const named = (name: string) => ({ id: 7, url: 'https://netbox/api/x/7/', display: name, name });
const end = (device: string, name: string) => ({
  object_type: 'dcim.interface',
  object_id: 3,
  object: { id: 3, name, device: named(device) },
});

describe('an answer of NetBox’s REST interface', () => {
  it('with racks and devices says what the tables of the same columns say', () => {
    const { racks } = rowsOf({
      count: 1,
      results: [
        {
          id: 1,
          display: 'R01',
          name: 'R01',
          site: named('DC1'),
          status: choice('active'),
          form_factor: choice('4-post-cabinet'),
          width: choice(19),
          u_height: 48,
          desc_units: true,
          outer_width: 600,
          outer_depth: 1200,
          outer_unit: choice('mm'),
          max_weight: 1700,
          weight_unit: choice('kg'),
          device_count: 3,
        },
      ],
    });
    expect(racks).toMatchObject([
      {
        name: 'R01',
        site: 'DC1',
        heightU: 48,
        frame: 'cabinet',
        widthMm: 600,
        depthMm: 1200,
        maxWeightKg: 1700,
        unitsFromTop: true,
        kept: { status: 'active' },
      },
    ]);
    const { devices } = rowsOf({
      results: [
        {
          id: 5,
          display: 'leaf01',
          name: 'leaf01',
          device_type: { id: 1, model: 'QM9700', manufacturer: named('Nvidia') },
          role: named('Leaf'),
          rack: named('R01'),
          position: 48,
          face: choice('rear'),
        },
        {
          id: 6,
          display: 'psu',
          name: 'blade',
          device_type: { id: 2, model: 'Blade', manufacturer: named('Acme') },
          role: named('Server'),
          parent_device: { ...named('case'), device_bay: named('Left') },
        },
      ],
    });
    expect(
      devices.map(({ name, manufacturer, model, rack, u, face, parent, bay }) => [
        name,
        `${manufacturer} ${model}`,
        rack,
        u,
        face,
        parent,
        bay,
      ]),
    ).toEqual([
      ['leaf01', 'Nvidia QM9700', 'R01', 48, 'rear', '', ''],
      ['blade', 'Acme Blade', '', null, null, 'case', 'Left'],
    ]);
  });

  it('with cables gives a link a row, those of one cable together; what nobody can pair is said', () => {
    const cable = (label: string, a: unknown[], b: unknown[]) => ({
      id: 1,
      display: label,
      label,
      type: 'dac-passive',
      status: choice('connected'),
      color: 'ff9800',
      length: 1.5,
      length_unit: choice('m'),
      a_terminations: a,
      b_terminations: b,
    });
    const { cables, faults } = rowsOf({
      results: [
        cable('C1', [end('leaf', '1')], [end('dgx', 'p1')]),
        cable('C2', [end('leaf', '2')], [end('dgx', 'p2'), end('dgx', 'p3')]),
        cable('C3', [end('x', '1'), end('x', '2')], [end('y', '1'), end('y', '2'), end('y', '3')]),
      ],
    });
    expect(
      cables.map(({ label, cableKey, a, b, lengthM, status, media }) => [
        label,
        cableKey,
        `${a.device} ${a.port}`,
        `${b.device} ${b.port}`,
        lengthM,
        status,
        media[0],
      ]),
    ).toEqual([
      ['C1', '', 'leaf 1', 'dgx p1', 1.5, 'connected', 'dac'],
      ['C2', 'results[1]', 'leaf 2', 'dgx p2', 1.5, 'connected', 'dac'],
      ['C2', 'results[1]', 'leaf 2', 'dgx p3', 1.5, 'connected', 'dac'],
    ]);
    expect(faults.map(({ code, place, value }) => [code, place.path, value])).toEqual([
      ['no-pairs', 'results[2]', 'C3'],
    ]);
  });

  it('that is none, or an export that was changed by hand, is refused in one line', () => {
    expect(() => readText('{"results": [{"display": "x", "device_type": 1')).toThrow(/not JSON/);
    expect(() => readText('{"format": "plenum.netbox/1", "rest": {}}')).toThrow(/rest\.cables/);
  });
});
