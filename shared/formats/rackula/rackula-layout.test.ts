import { describe, expect, it } from 'vitest';
import { readText } from '../recognise.ts';
import type { SiteRows } from '../site/rows.ts';

function layout(text: string): SiteRows {
  const { kind, content } = readText(text);
  if (content.gives !== 'rows' || kind !== 'rackula') throw new Error(kind);
  return content.rows;
}

const TYPES = `device_types:
- {slug: sw, manufacturer: Acme, model: Switch, u_height: 1, category: network, colour: '#123456',
   interfaces: [{name: e0, type: 1000base-t}], power_ports: [{name: in, type: iec-60320-c14}]}
- {slug: case, manufacturer: Acme, model: Case, u_height: 2,
   slots: [{id: l, name: Left, width_fraction: 0.5}, {id: r, name: Right, width_fraction: 0.5}]}
- {slug: blade, manufacturer: Acme, model: Blade, u_height: 1, slot_width: 1, links: [x]}
`;
const rack = (devices: string): string =>
  `racks:\n- {id: a, name: Rack A, height: 12, width: 19, depth_mm: 800, form_factor: open-frame, devices: [${devices}]}\n`;

describe('a layout', () => {
  it('counts positions in sixths of a unit since 0.7, in units before, whatever its version is called', () => {
    const units = (version: string, ...positions: number[]): (number | null)[] => {
      const devices = positions.map((at, n) => `{id: d${n}, device_type: sw, position: ${at}}`);
      const { devices: rows } = layout(
        `version: '${version}'\n${rack(devices.join(', '))}${TYPES}`,
      );
      return rows.map(({ u }) => u);
    };
    expect(units('26.9.2', 6, 60, 63)).toEqual([1, 10, 10.5]);
    expect(units('0.6.2', 6, 10)).toEqual([6, 10]);
    expect(units('1.0.0', 6, 48)).toEqual([1, 8]);
    expect(units('1.0.0', 1, 40)).toEqual([1, 40]);
  });

  it('gives types with their power ports and bays, racks, devices in slots, connections and old cables', () => {
    const rows = layout(
      `version: 26.9.2\n${rack(
        '{id: s, name: sw1, device_type: sw, position: 6, face: rear, ports: [{id: p1, template_name: e0}]},' +
          '{id: t, device_type: sw, position: 12, ports: [{id: p2, template_name: e0}]},' +
          '{id: c, device_type: case, position: 18},' +
          '{id: b, device_type: blade, position: 0, container_id: c, slot_id: r, custom_fields: {x: 1}}',
      )}${TYPES}connections: [{id: k, a_port_id: p1, b_port_id: p2, label: up, color: '#FF5500'}, {id: l, a_port_id: p9, b_port_id: p2}]
cables: [{id: o, a_device_id: s, a_interface: e0, b_device_id: t, b_interface: e0, type: cat6a, length: 50, length_unit: cm}]
workspace: {x: 1}\n`,
    );
    expect(rows.racks[0]).toMatchObject({
      name: 'Rack A',
      heightU: 12,
      depthMm: 800,
      frame: 'four-post',
    });
    expect(rows.devices.map(({ name, parent, bay, face }) => [name, parent, bay, face])).toEqual([
      ['sw1', '', '', 'rear'],
      ['Switch Rack A U2', '', '', null],
      ['Case Rack A U3', '', '', null],
      ['Blade Case Rack A U3', 'c', 'Right', null],
    ]);
    const type = (id: string) => rows.types.find((one) => one.id === id);
    expect(type('rackula:sw')).toMatchObject({ category: 'switch', origin: 'user' });
    expect(type('rackula:sw')?.ports.map(({ kind }) => kind)).toEqual(['interface', 'powerInlet']);
    expect(type('rackula:case')?.bays.map(({ name }) => name)).toEqual(['Left', 'Right']);
    expect(type('rackula:slot:blade')).toMatchObject({ lodging: 'device-bay', heightU: 0 });
    expect(
      rows.cables.map(({ label, media, colour, lengthM }) => [label, media, colour, lengthM]),
    ).toEqual([
      ['up', [], '#ff5500', null],
      ['', ['base-t'], null, 0.5],
    ]);
    expect(rows.faults.map(({ code, place }) => [code, place.path])).toEqual([
      ['device-field', 'racks[0].devices[3]'],
      ['no-such-port-id', 'connections[1]'],
    ]);
    expect(rows.warnings.map(({ code }) => code)).toEqual([
      'positions-assumed',
      'not-read',
      'layout-fields',
    ]);
  });

  it('may be the JSON of the beginnings', () => {
    const { racks, devices } = layout(
      JSON.stringify({
        version: '0.2.0',
        racks: [
          {
            id: 'r',
            name: 'Old',
            height: 42,
            width: 19,
            devices: [{ id: 'd', libraryId: 'x', position: 7 }],
          },
        ],
        deviceLibrary: [{ id: 'x', name: 'Box', height: 2 }],
      }),
    );
    expect([racks[0]?.name, devices[0]?.u, devices[0]?.name]).toEqual(['Old', 7, 'Box Old U7']);
  });

  it('that is none is refused in one line', () => {
    expect(() => readText('racks: [\ndevice_types: 1\n')).toThrow(/YAML/);
    expect(() => readText('- racks: 1\n  device_types: 2\nracks: x')).toThrow();
  });
});
