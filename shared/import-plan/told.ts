/** A plan as lines of a report, file by file. */
import type { ImportWarning } from '../formats/netbox/import-report.ts';
import { say } from '../text/index.ts';
import { fieldKey, type ImportPlan, type Taken, type Where } from './plan.ts';

/** Where a row stands, for a person: `row 3, src_port`, `Links, row 7`, `racks[0].devices[2]`. */
export function placeText({ place }: Where, column = ''): string {
  const row = place.line > 0 ? say('import.path.row', { line: place.line }) : place.path;
  return [place.sheet, row, column].filter((part) => part !== '').join(', ');
}

/** The same assumption of so many things is told of each of them; what is beyond is counted. */
const TOLD_SINGLY = 20;

/** All that a plan has to say of one file. @param taken the differences in which the file is followed */
export function toldOf(plan: ImportPlan, file: string, taken: Taken): ImportWarning[] {
  const own = ({ where }: { readonly where: Where | null }): boolean => where?.file === file;
  const faults = plan.notUnderstood
    .filter(own)
    .map(({ where, column, value, code, reason, todo }) => ({
      code,
      path: placeText(where, column),
      message: value === '' ? `${reason} ${todo}` : `${value}: ${reason} ${todo}`,
    }));
  const differs = plan.differs.filter(own).flatMap(({ id, name, where, fields }) =>
    fields.map(({ field, label, ours, theirs, blocked }) => {
      const isTaken = blocked === null && taken.has(fieldKey(id, field));
      const code = isTaken ? 'taken' : 'kept';
      const message = say(`import.told.${code}`, { name, label, ours, theirs });
      return {
        code,
        path: placeText(where),
        message: blocked === null ? message : `${message} ${blocked}`,
      };
    }),
  );
  const notes = new Map<string, ImportWarning>();
  const alike = new Map<string, number>();
  for (const { kind, where, name, detail, notes: assumed } of plan.makes) {
    if (where?.file !== file) continue;
    for (const note of assumed) {
      const key = `${kind}\n${note}`;
      const count = (alike.get(key) ?? 0) + 1;
      alike.set(key, count);
      if (count > TOLD_SINGLY) continue;
      const message = say('import.told.assumed', { name: name || detail, note });
      const code = kind === 'found' ? 'found' : 'assumed';
      notes.set(message, { code, path: placeText(where), message });
    }
  }
  const whole = plan.warnings
    .filter((warning) => warning.file === file)
    .map(({ code, path, message }) => ({ code, path, message }));
  const more = [...alike].flatMap(([key, count]): ImportWarning[] => {
    const [kind = '', note = ''] = key.split('\n');
    if (count <= TOLD_SINGLY) return [];
    const args = { kind, count: count - TOLD_SINGLY, note };
    return [{ code: 'assumed', path: '', message: say('import.told.alike', args) }];
  });
  return [...faults, ...differs, ...whole, ...notes.values(), ...more];
}
