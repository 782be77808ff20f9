import { describe, expect, it } from 'vitest';
import { readText } from '../formats/recognise.ts';
import { type Design, emptyDesign } from '../model/design.ts';
import { applyDiff, reverseDiff } from '../model/diff.ts';
import { countingIds } from '../model/ids.ts';
import { checkDesign } from '../rules/index.ts';
import {
  applyPlan,
  fieldKey,
  type ImportPlan,
  planImport,
  type SourceRows,
  takeAll,
} from './index.ts';

function source(file: string, text: string): SourceRows {
  const { content } = readText(text);
  if (content.gives !== 'rows') throw new Error(`gives ${content.gives}`);
  return { file, rows: content.rows };
}

let last = 0;
function planned(design: Design, ...texts: string[]): ImportPlan {
  last += 1;
  const ids = countingIds();
  return planImport(
    design,
    texts.map((text, n) => source(`f${n}.csv`, text)),
    (prefix) => ids(`${prefix}-${last}`),
  );
}

function applied(design: Design, plan: ImportPlan, taken = new Set<string>()): Design {
  const answer = applyPlan(design, plan, taken);
  if (!answer.ok) throw new Error(answer.reason.key);
  const after = applyDiff(design, answer.diff);
  expect(checkDesign(after)).toEqual([]);
  expect(applyDiff(after, reverseDiff(answer.diff))).toEqual(design);
  return after;
}

const RACKS =
  'site,name,status,form_factor,width,u_height,desc_units,outer_width,outer_depth,outer_unit,max_weight,weight_unit\n' +
  'DC1,R01,planned,4-post-cabinet,19,48,false,600,1200,mm,1700,kg\n' +
  'DC1,R02,active,4-post-frame,19,42,true,600,1200,mm,,\n';
const DEVICES =
  'name,role,manufacturer,device_type,status,site,rack,position,face\n' +
  'leaf01,Leaf switch,Nvidia,QM9700,planned,DC1,R01,48,rear\n' +
  'leaf02,Leaf switch,Nvidia,QM9700,planned,DC1,R02,1,front\n' +
  'box,Other,Acme,Half-U box,planned,DC1,R01,10.5,front\n' +
  'strip,PDU,Acme,Strip 9,planned,DC1,R01,,\n';
const CABLES =
  'side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,type,status,label,color,length,length_unit\n' +
  'leaf01,dcim.interface,P0.0,leaf02,dcim.interface,1/1,mmf,connected,C1,ff9800,12.5,m\n' +
  'box,dcim.interface,eth0,leaf01,dcim.interface,2/1,aoc,planned,C2,,,\n' +
  'leaf01,dcim.powerport,PSU 1,strip,dcim.poweroutlet,7,power,planned,P1,Black,6,ft\n';

describe('tables of NetBox', () => {
  it('come in together whatever their order, once, and nothing the second time', () => {
    const empty = emptyDesign('Lab');
    const plan = planned(empty, CABLES, DEVICES, RACKS);
    expect(plan.notUnderstood).toEqual([]);
    expect(plan.makes.filter(({ kind }) => kind === 'rack').map(({ name }) => name)).toEqual([
      'R01',
      'R02',
    ]);
    const design = applied(empty, plan);
    const device = (name: string) => [...design.devices.values()].find((one) => one.name === name);
    expect(device('leaf01')).toMatchObject({
      typeId: 'catalog:nvidia-qm9700',
      u: 48,
      face: 'rear',
    });
    expect(device('leaf02')).toMatchObject({ u: 42 });
    expect(device('box')).toMatchObject({ u: 10.5, mount: 'rails' });
    expect(device('strip')).toMatchObject({ mount: 'side' });
    const cables = new Map([...design.cables.values()].map((cable) => [cable.label, cable]));
    expect(cables.get('C1')).toMatchObject({
      medium: 'mmf',
      lengthM: 12.5,
      colour: '#ff9800',
      status: 'connected',
    });
    expect(cables.get('P1')?.ends.a[0]?.portId).toBeDefined();
    expect(plan.makes.find(({ name }) => name === 'C1')?.notes).toEqual([
      'P0.0 of leaf01 is taken as its port 1/1.',
    ]);
    const again = planned(design, RACKS, DEVICES, CABLES);
    expect(again.makes).toEqual([]);
    expect(again.differs).toEqual([]);
    expect(again.notUnderstood).toEqual([]);
    expect(again.same).toEqual({ deviceTypes: 0, racks: 2, devices: 4, cables: 3 });
  });

  it('that say otherwise than the design change nothing but what is taken', () => {
    const empty = emptyDesign('Lab');
    const design = applied(empty, planned(empty, RACKS, DEVICES, CABLES));
    const plan = planned(
      design,
      RACKS.replace('48,false', '52,false'),
      DEVICES.replace('R01,48,rear', 'R01,20,rear').replace(
        'QM9700,planned,DC1,R02',
        'QM8700,planned,DC1,R02',
      ),
      CABLES.replace('mmf,connected,C1,ff9800,12.5', 'smf,planned,C1,2196f3,15'),
    );
    expect(plan.makes).toEqual([]);
    expect(
      plan.differs.flatMap(({ name, fields }) =>
        fields.map(({ field, ours, theirs, blocked }) => [
          name,
          field,
          ours,
          theirs,
          blocked !== null,
        ]),
      ),
    ).toEqual([
      ['R01', 'heightU', '48', '52', false],
      ['leaf01', 'place', 'R01 U48, rear', 'R01 U20, rear', false],
      ['leaf02', 'type', 'NVIDIA QM9700', 'Nvidia QM8700', true],
      ['C1', 'medium', 'Multimode fibre, DSP optics', 'Single-mode fibre, DSP optics', false],
      ['C1', 'lengthM', '12.5', '15', false],
      ['C1', 'colour', '#ff9800', '#2196f3', false],
      ['C1', 'status', 'connected', 'planned', false],
    ]);
    expect(applied(design, plan)).toEqual(design);
    const [rack] = plan.differs;
    const taller = applied(design, plan, new Set([fieldKey(rack?.id ?? '', 'heightU')]));
    expect(taller.racks.get(rack?.id ?? '')?.heightU).toBe(52);
    const all = applied(design, plan, new Set(takeAll(plan)));
    expect(planned(all, RACKS.replace('48,false', '52,false')).differs).toEqual([]);
    expect([...all.cables.values()].find(({ label }) => label === 'C1')).toMatchObject({
      medium: 'smf',
      lengthM: 15,
      lengthForMm: null,
      colour: '#2196f3',
    });
  });

  it('of which two things cannot both be are refused as a whole', () => {
    const empty = emptyDesign('Lab');
    const design = applied(empty, planned(empty, RACKS, DEVICES));
    const plan = planned(
      design,
      DEVICES.replace('R01,48,rear', 'R01,20,rear').replace('R01,10.5,front', 'R01,20.5,front'),
    );
    expect(plan.differs.map(({ fields }) => fields.map(({ blocked }) => blocked))).toEqual([
      [null],
      [null],
    ]);
    const answer = applyPlan(design, plan, takeAll(plan));
    expect(answer).toMatchObject({ ok: false, name: 'leaf01', reason: { key: 'rules.taken' } });
  });

  it('of which the ports of a type of the catalogue have other names go in with those of the file, and it is said', () => {
    const empty = emptyDesign('Lab');
    const plan = planned(
      empty,
      RACKS,
      'name,role,manufacturer,device_type,status,site,rack,position,face\ndgx01,GPU node,Dell,PowerEdge XE9680,planned,DC1,R01,1,front\nleaf01,Leaf,Nvidia,QM9700,planned,DC1,R01,48,rear\n',
      'side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,type,label\ndgx01,dcim.interface,mlx5_0,leaf01,dcim.interface,1/1,dac-passive,C1\ndgx01,dcim.interface,mlx5_1,leaf01,dcim.interface,77/1,dac-passive,C2\n',
    );
    const design = applied(empty, plan);
    expect(design.cables.size).toBe(1);
    expect(plan.notUnderstood.map(({ code, reason }) => [code, reason])).toEqual([
      ['no-such-port', 'leaf01 (QM9700) has no port 77/1. It has 1/1, 1/2, 2/1, 2/2 ….'],
    ]);
    expect(plan.makes.find(({ name }) => name === 'Dell PowerEdge XE9680')?.notes).toEqual([
      'The catalogue’s PowerEdge XE9680 calls its ports otherwise. 2 ports of the file were added to a copy of it without a place: mlx5_0, mlx5_1.',
    ]);
  });
});

const P2P =
  'cable_id,src_row,src_rack,src_u,src_device,src_port,dst_row,dst_rack,dst_u,dst_device,dst_port,medium,speed_gbps,length_m\n';

describe('a cable list', () => {
  it('makes rows, racks, devices and bare types of what it names', () => {
    const empty = emptyDesign('Lab');
    const plan = planned(
      empty,
      `${P2P}C1,A,R01,1,dgx01,OSFP1,B,R02,44,leaf01,1,dac,400,1.5\nC2,A,R01,9,dgx02,OSFP1,B,R02,44,leaf01,2,dac,400,1.5\n`,
    );
    const design = applied(empty, plan);
    expect([...design.rows.values()].map(({ name }) => name)).toEqual(['A', 'B']);
    expect([...design.racks.values()].map(({ name, heightU }) => [name, heightU])).toEqual([
      ['R01', 42],
      ['R02', 45],
    ]);
    expect(
      [...design.deviceTypes.values()].map(({ model, ports }) => [
        model,
        ports.map(({ name }) => name),
      ]),
    ).toEqual([
      ['dgx#', ['OSFP1']],
      ['leaf#', ['1', '2']],
    ]);
    expect(plan.makes.find(({ kind }) => kind === 'rack')?.notes).toHaveLength(3);
    const again = planned(design, `${P2P}C2,A,R01,9,dgx02,OSFP1,B,R02,44,leaf01,2,dac,400,1.5\n`);
    expect([again.makes, again.differs]).toEqual([[], []]);
  });

  it('may name ranges of ports, several links of one cable, parts of a port and adapters by number', () => {
    const empty = emptyDesign('Lab');
    const ranges = applied(empty, planned(empty, `${P2P}C,A,R1,1,h1,p1-4,A,R1,9,s1,1-4,aoc,,\n`));
    expect([...ranges.cables.values()].map(({ label }) => label)).toEqual([
      'C-1',
      'C-2',
      'C-3',
      'C-4',
    ]);

    const racks = applied(empty, planned(empty, RACKS, DEVICES));
    const twin = planned(
      racks,
      `${P2P}T,,R01,48,leaf01,3/1,,R02,,leaf02,3/1,dac,,\nT,,R01,48,leaf01,3/2,,R02,,leaf02,3/2,dac,,\n`,
    );
    expect(twin.notUnderstood).toEqual([]);
    const [cable] = twin.additions.added;
    expect(cable?.kind === 'cable' && cable.ends.a.length).toBe(2);

    const adapters = planned(
      empty,
      'Rack,U,Name,HCA/Port,Rack,Name,Name,Port\n316,22,h1,1,R113,22,s1,1/1\n316,22,h1,2,R113,22,s1,1/2\n',
      'port,hca-name\n1,mlx5_7\n',
    );
    const host = adapters.additions.added.find(
      (one) => one.kind === 'deviceType' && one.model === 'h#',
    );
    expect(host?.kind === 'deviceType' && host.ports.map(({ name }) => name)).toEqual([
      'mlx5_7',
      'mlx5_1',
    ]);
  });

  it('is read past every kind of error, each said with its row', () => {
    const empty = emptyDesign('Lab');
    const design = applied(empty, planned(empty, RACKS, DEVICES, CABLES));
    const plan = planned(
      design,
      `${P2P}N1,,R01,48,leaf01,5/1,,R02,,leaf02,5/1,mmf,,3
N2,,R01,48,leaf01,99/1,,R02,,leaf02,6/1,mmf,,
N3,,R01,48,leaf01,1/1,,R02,,leaf02,7/1,mmf,,
N4,,R01,48,leaf01,8/1,,R02,,leaf02,PSU1,mmf,,
N1,,R01,48,leaf01,9/1,,R02,,leaf02,9/2,mmf,,
N6,,R01,48,leaf01,,,R02,,leaf02,10/1,mmf,,
N7,,R01,48,leaf01,11/1,,R02,,leaf02,11/1,rope,,
N8,,R01,48,leaf01,12/1,,R01,10,newbox,1,aoc,,
`,
    );
    expect(
      plan.notUnderstood.map(({ where, code, whole }) => [where.place.line, code, whole]),
    ).toEqual([
      [3, 'no-such-port', true],
      [4, 'portTaken', true],
      [5, 'kindMismatch', true],
      [6, 'label-twice', true],
      [7, 'no-port', true],
      [8, 'unknown-medium', false],
      [9, 'taken', true],
      [9, 'device-left-out', true],
    ]);
    expect(plan.makes.map(({ name }) => name)).toContain('N7');
  });
});
