import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './recognise.ts';
import type { SiteRows } from './site/rows.ts';
import { FormatError } from './yaml-door.ts';

function rowsOf(text: string): SiteRows & { readonly kind: string } {
  const { kind, content } = readText(text);
  if (content.gives !== 'rows') throw new Error(`gives ${content.gives}`);
  return { kind, ...content.rows };
}

describe('a kind of file', () => {
  it('is told by what it holds', () => {
    expect(readText('manufacturer: A\nmodel: B\nslug: a-b\nu_height: 1\n').kind).toBe(
      'device-types',
    );
    expect(rowsOf('site,name,status,width,u_height\nDC,R1,active,19,42\n').kind).toBe(
      'netbox-racks',
    );
    expect(rowsOf('name,role,manufacturer,device_type,status,site\nd,r,M,X,active,S\n').kind).toBe(
      'netbox-devices',
    );
    expect(rowsOf('port,hca-name\n1,mlx5_1\n').hcaNames.get(1)).toBe('mlx5_1');
    expect(rowsOf('Node;Rack;U\nleaf01;R1;12\n').devices[0]).toMatchObject({
      name: 'leaf01',
      rack: 'R1',
      u: 12,
    });
  });

  it('that is not known is refused in one line, and garbage is never anything but refused', () => {
    expect(() => readText('')).toThrow(FormatError);
    expect(() => readText('a,b\n1,2\n')).toThrow(/name the columns/);
    expect(() => readText('from,port\n"a,1\n')).toThrow(/line 2 is never closed/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), garbageTable), (text) => {
        try {
          readText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile text', () => {
  it.each(['[', '{', '"', ' ', '- ', 'a:', '=='])(
    'of nothing but %j is refused at once',
    (mark) => {
      const began = performance.now();
      expect(() => readText(mark.repeat(300_000))).toThrow(FormatError);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );
});

/** Texts that begin like a table that is known and go on like nothing. */
const garbageTable = fc
  .tuple(
    fc.constantFrom(
      'side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,length,color',
      'A-Rack,A-U,A-Node,A-Port,Z-Node,Z-Port,Protocol',
      'site,name,u_height,width,outer_width,outer_unit,max_weight',
      'name,manufacturer,device_type,site,rack,position,face',
      'port,hca-name',
    ),
    fc.array(fc.array(fc.string(), { maxLength: 9 }), { maxLength: 8 }),
  )
  .map(([head, rows]) => `${head}\n${rows.map((row) => row.join(',')).join('\n')}`);

describe('a table', () => {
  it('may have semicolons or tabs, a byte order mark, quotes and any line ends', () => {
    for (const separator of [';', '\t', ',']) {
      const head = ['site', 'name', 'u_height', 'description'].join(separator);
      const rows = ['DC1', 'R"02"\nx', '44', `a${separator}b`]
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(separator);
      const { racks } = rowsOf(
        `\uFEFF${head}\r\n${rows}\r\n\r\nDC1${separator}R3${separator}x\r\n`,
      );
      expect(racks[0]).toMatchObject({ name: 'R"02"\nx', heightU: 44, notes: `a${separator}b` });
      expect(racks[1]?.place.line).toBe(5);
    }
  });

  it('is read with what an export defused for spreadsheets as it was', () => {
    const { racks } = rowsOf("site,name,u_height,description\nS,'=R1,42,'-x\nS,-R2,42,'quoted'\n");
    expect(racks.map(({ name, notes }) => [name, notes])).toEqual([
      ['=R1', '-x'],
      ['-R2', "'quoted'"],
    ]);
  });
});

describe("NetBox's tables", () => {
  it('of racks: units, frames, outer sizes in inches, weights; the rest is kept', () => {
    const { racks, faults } = rowsOf(
      'site,location,name,status,form_factor,width,u_height,desc_units,outer_width,outer_depth,outer_unit,max_weight,weight_unit,tags,description\n' +
        'DC1,Hall 2,R01,planned,2-post-frame,19,48,true,23.62,47.24,in,3000,lb,"a,b",GPU\n' +
        'DC1,,R02,active,,21,44,false,,,,,,,\n' +
        'DC1,,R03,active,hexagon,23,900,false,5,,mm,12,stone,,\n' +
        ',,,active,,19,42,,,,,,,,\n',
    );
    expect(racks[0]).toMatchObject({
      name: 'R01',
      location: 'Hall 2',
      frame: 'four-post',
      heightU: 48,
      unitsFromTop: true,
      widthMm: 599.9,
      depthMm: 1199.9,
      maxWeightKg: 1360.777,
      notes: 'GPU',
      kept: {
        site: 'DC1',
        location: 'Hall 2',
        status: 'planned',
        form_factor: '2-post-frame',
        desc_units: 'true',
        tags: 'a,b',
      },
    });
    expect(racks[1]).toMatchObject({ frame: 'orv3', kept: { site: 'DC1', status: 'active' } });
    expect(racks[2]).toMatchObject({ frame: null, heightU: null, widthMm: null });
    expect(
      faults.map(({ column, code, whole, place }) => [column, code, whole, place.line]),
    ).toEqual([
      ['u_height', 'not-a-number', false, 4],
      ['outer_width', 'out-of-range', false, 4],
      ['width', 'rail-width', false, 4],
      ['form_factor', 'unknown-frame', false, 4],
      ['max_weight', 'unknown-unit', false, 4],
      ['name', 'no-name', true, 5],
    ]);
  });

  it('of cables: media, lengths, colours, states; what has no port of a device is left out', () => {
    const { cables, faults } = rowsOf(
      'side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,type,status,label,color,length,length_unit,profile\n' +
        'a,dcim.interface,1,b,dcim.interface,2,dac-active,connected,C1,ff9800,6,ft,single-1c1p\n' +
        'a,dcim.interface,1,b,dcim.interface,2,mmf-om4,planned,C2,Orange,150,cm,\n' +
        'a,dcim.interface,1,b,dcim.powerfeed,F,power,planned,C3,,,,\n' +
        'a,dcim.interface,1,b,dcim.interface,2,coaxial,,C4,,,,\n' +
        'a,dcim.interface,1,b,dcim.interface,2,aoc,lost,C5,mauve,3,ells,\n',
    );
    expect(cables[0]).toMatchObject({
      media: ['acc', 'aec'],
      lengthM: 1.8288,
      colour: '#ff9800',
      status: 'connected',
      kept: { profile: 'single-1c1p' },
    });
    expect(cables[1]).toMatchObject({
      media: ['mmf', 'lpo'],
      lengthM: 1.5,
      kept: { type: 'mmf-om4' },
    });
    expect(cables.map(({ label }) => label)).toEqual(['C1', 'C2', 'C5']);
    expect(faults.map(({ column, code, whole }) => [column, code, whole])).toEqual([
      ['side_b_type', 'other-termination', true],
      ['type', 'no-such-medium', true],
      ['length', 'not-a-length', false],
      ['color', 'unknown-colour', false],
      ['status', 'unknown-status', false],
    ]);
  });
});

describe('a cable list', () => {
  const ends = (text: string) =>
    rowsOf(text).cables.map(({ a, b }) => [
      a.rack,
      a.u,
      a.device,
      a.port,
      b.rack,
      b.u,
      b.device,
      b.port,
    ]);

  it('is read under the headings of every version of NVIDIA’s cable validation', () => {
    expect(
      ends(
        'A-Rack,A-U,A-Node Name,A-Type,A-Port,Z-Rack,Z-RU,Z-Node Name,Z-Type,Z-Port\nR1,2,h1,Host,rail5,R2,11,s1,Switch,swp1s0\n',
      ),
    ).toEqual([['R1', 2, 'h1', 'rail5', 'R2', 11, 's1', 'swp1s0']]);
    const infiniband = rowsOf(
      'Rack,U,Name,HCA/Port,Rack,Name,Name,Port\n316,22,h1,1,R113,27,s1,1/3\n',
    );
    expect(infiniband.cables[0]).toMatchObject({
      a: { rack: '316', u: 22, device: 'h1', port: '1', hca: 1, role: 'host' },
      b: { rack: 'R113', u: 27, device: 's1', port: '1/3', hca: null, role: 'switch' },
    });
    const links = rowsOf(
      'A-Node,A-Port,Z-Node,Z-Port,Protocol,Shuffle-ID,A-Module-PN\nh1,mlx5_0,s1,1/1,ib,SH1,PN1\nt1,nvl0,n1,1,nvlink,,\n',
    );
    expect(links.cables).toHaveLength(1);
    expect(links.cables[0]?.kept).toEqual({
      Protocol: 'ib',
      'Shuffle-ID': 'SH1',
      'A-Module-PN': 'PN1',
    });
    expect(links.faults.map(({ code, place }) => [code, place.line])).toEqual([['nvlink', 3]]);
  });

  it('may have two rows of headings, or a title above them', () => {
    expect(
      ends(
        '#,BUNDLE_ID,SRC_RACK,SRC_U,SRC_NAME,SRC_PORT,DST_RACK,DST_U,DST_NAME,DST_PORT\n1,B1,R1,2,h,1,R2,3,s,4\n',
      ),
    ).toEqual([['R1', 2, 'h', '1', 'R2', 3, 's', '4']]);
    const two = 'Source,,,,Destination,,,,Cable\nRack,U,Device,Port,Rack,U,Device,Port,Type\n';
    const grouped = rowsOf(`${two}R1,2,h,1,R2,3,s,4,AOC\n`);
    expect(grouped.cables[0]).toMatchObject({
      a: { rack: 'R1', u: 2, device: 'h', port: '1' },
      b: { rack: 'R2', u: 3, device: 's', port: '4' },
      media: ['aoc'],
    });
    expect(
      ends('Compute fabric of hall 1\n\nFrom device,From port,To device,To port\nh,1,s,2\n'),
    ).toEqual([['', null, 'h', '1', '', null, 's', '2']]);
  });

  it('keeps what it has no field for, and says what it does not understand', () => {
    const { cables, faults } = rowsOf(
      'cable_id,src_rack,src_u,src_device,src_port,src_connector,dst_rack,dst_u,dst_device,dst_port,medium,speed_gbps,length_m,color,label_a,rail\n' +
        'C1,R01,1,h,1,OSFP,R01,48,s,2,dac-passive,400,1.5,orange,R01-01,3\n' +
        'C2,R01,x,h,2,BNC,R01,48,s,3,string,fast,long,mauve,,many\n',
    );
    expect(cables[0]).toMatchObject({
      label: 'C1',
      media: ['dac'],
      speedGbps: 400,
      lengthM: 1.5,
      colour: '#ff9800',
      rail: 3,
      a: { connector: 'osfp' },
      kept: { label_a: 'R01-01' },
    });
    expect(faults.map(({ column, value }) => [column, value])).toEqual([
      ['src_u', 'x'],
      ['src_connector', 'BNC'],
      ['medium', 'string'],
      ['length_m', 'long'],
      ['color', 'mauve'],
      ['speed_gbps', 'fast'],
      ['rail', 'many'],
    ]);
  });
});
