/**
 * Damaged and hostile YAML through the door of device types: whatever was done to a file, it is refused in a
 * sentence or gives types that a design can hold. No crash, no hang, no other document taken along.
 */
import { beforeAll, expect, it } from 'vitest';
import { recordSchema } from '../../shared/contract/record-schema.ts';
import { exportDeviceType, importDeviceTypes } from '../../shared/formats/index.ts';
import { pick, type Random, seeded, seedOfRun } from '../crash/random.ts';

const MUTANTS = 1500;
/** Work that a hostile file may make; on a slow or busy machine as often that of the largest honest one. */
const LONGEST_MS = 5_000;
const TIMES_HONEST = 5;

const HEAD = 'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\n';
const HONEST = `---
${HEAD}weight: 12.5
weight_unit: lb
airflow: front-to-rear
comments: |
  # Title
    with [brackets] and {braces}: & * !
console-ports:
  - name: Console
    type: rj-45
power-ports:
  - name: PSU1
    type: iec-60320-c14
    maximum_draw: 650
interfaces:
  - {name: P0.0, type: 400gbase-x-osfp}
  - {name: P0.1, type: 400gbase-x-osfp}
  - name: "Ethernet1/1"
    type: 100gbase-x-qsfp28
    poe-mode: pse
front-ports:
  - {name: F1, type: lc, rear_port: R, rear_port_position: 2}
rear-ports:
  - {name: R, type: mpo, positions: 2}
module-bays:
  - {name: Slot, position: "1"}
`;

/** Milliseconds of this thread's work that it takes to read a text. */
function costMs(text: string): number {
  const before = process.threadCpuUsage();
  importDeviceTypes(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** About as large as a file may be. */
const LARGEST = `${HEAD}interfaces:\n${Array.from(
  { length: 80_000 },
  (_, n) => `- name: Ethernet${n}`,
).join('\n')}\n`;

let longestMs = LONGEST_MS;
beforeAll(() => {
  longestMs = Math.max(LONGEST_MS, TIMES_HONEST * costMs(LARGEST));
});

/** Everything that came in can be stored, and goes out and in again as it was. */
function check(text: string, what: string): void {
  const before = process.threadCpuUsage();
  const documents = importDeviceTypes(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000, `${what}: too slow`).toBeLessThan(longestMs);
  expect(documents.length, what).toBeGreaterThan(0);
  for (const document of documents) {
    if (document.status === 'rejected') {
      expect(document.warnings[0]?.message, what).toMatch(/\S/);
      continue;
    }
    const checked = recordSchema.safeParse(document.type);
    expect(checked.error?.issues, what).toBeUndefined();
    const [back] = importDeviceTypes(exportDeviceType(document.type).text);
    expect(back?.status === 'imported' && back.type, what).toEqual(document.type);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

const SNIPPETS = [
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '!!js/function ',
  '!<tag:x> ',
  '? ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '|\n',
  '>\n',
  '"',
  "'",
  '#',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\t',
  '\r',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\u0000',
  '\ud800',
  '__proto__: {polluted: 1}\n',
  'constructor: {prototype: {polluted: 1}}\n',
  '0x1F',
  '1e999',
  '-1',
  'null',
  '~',
  '.nan',
  'u_height: 1e3\n',
  'name: [a]\n',
  'interfaces: {a: b}\n',
  '服',
  '🖥',
];

function mutate(text: string, random: Random): string {
  let mutant = text;
  for (let times = 1 + pick(random, 4); times > 0; times -= 1) {
    const at = pick(random, mutant.length + 1);
    const until = Math.min(mutant.length, at + pick(random, 30));
    const snippet = SNIPPETS[pick(random, SNIPPETS.length)] ?? '';
    const kind = pick(random, 4);
    if (kind === 0) mutant = mutant.slice(0, at) + snippet + mutant.slice(at);
    else if (kind === 1) mutant = mutant.slice(0, at) + mutant.slice(until);
    else if (kind === 2) mutant = mutant.slice(0, at) + snippet + mutant.slice(until);
    else mutant = mutant.slice(0, until) + mutant.slice(at);
  }
  return mutant;
}

it(`${MUTANTS} damaged files: none crashes, hangs or brings what a design cannot hold`, () => {
  const random = seeded(seedOfRun('device type fuzz'));
  let read = 0;
  for (let round = 0; round < MUTANTS; round += 1) {
    const mutant = mutate(HONEST, random);
    check(mutant, `mutant ${round}: ${JSON.stringify(mutant)}`);
    if (importDeviceTypes(mutant).some(({ status }) => status === 'imported')) read += 1;
  }
  // The damage is such that both happen.
  expect(read).toBeGreaterThan(MUTANTS / 20);
  expect(read).toBeLessThan(MUTANTS);
});

const bomb = (levels: number): string =>
  Array.from({ length: levels }, (_, n) =>
    n === 0 ? 'x0: &x0 [a, a]' : `x${n}: &x${n} [${`*x${n - 1}, `.repeat(9)}*x${n - 1}]`,
  ).join('\n');
const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

it.each<[what: string, text: string]>([
  ['an alias bomb', `${HEAD}${bomb(12)}\n`],
  ['an alias to itself', `${HEAD}a: &a [*a]\n`],
  ['a merge key', `a: &a {b: c}\n${HEAD}<<: *a\n`],
  ['brackets without an end', `${HEAD}a: ${'['.repeat(900_000)}`],
  ['braces without an end', `${HEAD}a: ${'{a: '.repeat(400_000)}`],
  ['a staircase', `${HEAD}${many(1_300, (n) => `${' '.repeat(n)}k:`)}`],
  ['dashes behind dashes', `${HEAD}a:\n${'- '.repeat(900_000)}x`],
  ['question marks behind question marks', `${HEAD}${'? '.repeat(900_000)}x`],
  ['tags behind tags', `${HEAD}a: ${'!t '.repeat(600_000)}x`],
  ['escapes that are none', `${HEAD}a: "${'\\x'.repeat(900_000)}"`],
  ['commas', `${HEAD}a: [${','.repeat(1_900_000)}]`],
  ['quotes behind quotes', `${HEAD}a: ${'"'.repeat(1_900_000)}`],
  ['ends of lists that never began', `${HEAD}a: ${']'.repeat(1_900_000)}`],
  ['lines that fit nowhere', `${HEAD}${'- a\nb\n'.repeat(300_000)}`],
  ['anchors behind anchors', `${HEAD}a: ${'&a '.repeat(500_000)}x`],
  ['a text of 1.9 MB', `${HEAD}comments: "${'x'.repeat(1_900_000)}"\n`],
  ['a text that doubles when it is kept', `${HEAD}comments: '${'"'.repeat(1_900_000)}'\n`],
  ['a name of 1.9 MB', `${HEAD}interfaces:\n- name: ${'x'.repeat(1_900_000)}\n`],
  ['a key of 1.9 MB', `${HEAD}? ${'x'.repeat(1_900_000)}\n: y\n`],
  ['a quote without an end, line after line', `${HEAD}a: '${'x\n'.repeat(900_000)}`],
  ['a comment of 1.9 MB', `${HEAD}#${'x'.repeat(1_900_000)}\n`],
  ['150,000 fields', `${HEAD}${many(150_000, (n) => `k${n}: v`)}\n`],
  ['one field 300,000 times', `${HEAD}${many(300_000, () => 'k: v')}\n`],
  ['100,000 ports', `${HEAD}interfaces:\n${many(100_000, (n) => `- name: e${n}`)}\n`],
  [
    '8,000 ports of one name',
    `${HEAD}interfaces:\n${many(8_000, () => '- {name: e, type: 100gbase-x-qsfp28}')}\n`,
  ],
  ['60,000 bays', `${HEAD}module-bays:\n${many(60_000, (n) => `- name: b${n}`)}\n`],
  ['400,000 documents', '---\n'.repeat(400_000)],
  ['400,000 documents in CRLF', '---\r\n'.repeat(350_000)],
  ['documents that each end', 'a\n...\n'.repeat(300_000)],
  [
    'keys of a prototype',
    `${HEAD}__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nhasOwnProperty: 1\ninterfaces:\n- {__proto__: {polluted: 1}, name: toString, type: constructor}\n- {name: __proto__, type: __proto__}\n`,
  ],
  [
    'a list under a list under a list',
    `${HEAD}interfaces: [[[[a]]]]\nfront-ports: [~, [], {}, {name: {}}]\n`,
  ],
])('%s holds nothing up', (what, text) => {
  check(text, what);
});
