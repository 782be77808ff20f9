/** A plan while it is made: what has been decided so far, and how it is said. */
import type { RowFault } from '../formats/site/rows.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { IdSource } from '../model/ids.ts';
import type { Cable, Device, FoundNetwork, Picture, Rack, Row } from '../model/records.ts';
import { type Reason, sayReason } from '../rules/index.ts';
import { type MessageArgs, say } from '../text/index.ts';
import type { Counts, Differing, ImportPlan, Made, NotUnderstood, Where } from './plan.ts';

/** A cell that something is said of. */
export interface Cell {
  readonly column: string;
  readonly value: string;
}

const ROW: Cell = { column: '', value: '' };

export class Draft {
  /** The design as it is before the import. */
  readonly design: Design;
  readonly ids: IdSource;
  readonly rows: Row[] = [];
  readonly racks: Rack[] = [];
  readonly pictures: Picture[] = [];
  readonly types: DeviceType[] = [];
  readonly devices: Device[] = [];
  readonly cables: Cable[] = [];
  readonly found: FoundNetwork[] = [];
  readonly differs: Differing[] = [];
  readonly same = { deviceTypes: 0, racks: 0, devices: 0, cables: 0 };
  readonly warnings: ImportPlan['warnings'][number][] = [];
  readonly #makes: Made[] = [];
  readonly #faults: NotUnderstood[] = [];

  constructor(design: Design, ids: IdSource) {
    this.design = design;
    this.ids = ids;
  }

  make(made: Made): void {
    this.#makes.push(made);
  }

  /** A row, or a cell of it, that is not understood. */
  fault(where: Where, cell: Cell, code: string, args: MessageArgs = {}, whole = true): void {
    this.#faults.push({
      where,
      ...cell,
      code,
      reason: say(`import.fault.${code}`, args),
      todo: say(`import.todo.${code}`, args),
      whole,
    });
  }

  /** A fault that the reader of the file found. */
  readFault(file: string, { place, column, value, code, args, whole }: RowFault): void {
    this.fault({ file, place }, { column, value }, code, args, whole);
  }

  /** A row that a rule of the design forbids. */
  forbidden(where: Where, why: Reason, todo: string, cell: Cell = ROW): void {
    this.#faults.push({
      where,
      ...cell,
      code: why.key.replace(/^rules\./, ''),
      reason: `${sayReason(why)}.`,
      todo: say(`import.todo.${todo}`),
      whole: true,
    });
  }

  additions(): Diff {
    const { rows, racks, pictures, types, devices, cables, found } = this;
    const added = [...pictures, ...rows, ...racks, ...types, ...devices, ...cables, ...found];
    return { added, updated: [], removed: [] };
  }

  /** The design with all that was decided so far. */
  after(): Design {
    return applyDiff(this.design, this.additions());
  }

  plan(): ImportPlan {
    const counts: Counts = { ...this.same };
    return {
      makes: this.#makes,
      differs: this.differs,
      notUnderstood: inOrder(this.#faults),
      warnings: this.warnings,
      same: counts,
      additions: this.additions(),
    };
  }
}

/** Faults as they stand in the files: by file in the order in which they were met, then by line. */
function inOrder(faults: readonly NotUnderstood[]): NotUnderstood[] {
  const files = [...new Set(faults.map(({ where }) => where.file))];
  return [...faults].sort(
    (a, b) =>
      files.indexOf(a.where.file) - files.indexOf(b.where.file) ||
      (a.where.place.sheet < b.where.place.sheet
        ? -1
        : Number(a.where.place.sheet > b.where.place.sheet)) ||
      a.where.place.line - b.where.place.line,
  );
}
