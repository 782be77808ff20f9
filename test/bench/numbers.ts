/** What is measured, summed up and shown. */

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** @throws RangeError when there is nothing to sum up */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How long each of `times` runs takes, ms; what comes before the last `times` is warming up. */
export function timed(times: number, run: (round: number) => void, warmUp = 1): readonly number[] {
  const spent: number[] = [];
  for (let round = 0; round < warmUp + times; round += 1) {
    const start = performance.now();
    run(round);
    if (round >= warmUp) spent.push(performance.now() - start);
  }
  return spent;
}

/**
 * A line of the table: what, how much, and what it may be; the budget is a number of the same unit. With a pace it is a
 * time that the pace of the machine tells in, and judged at that of the reference (`pace.ts`); null where it does not.
 */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number | null;
  readonly pace: number | null;
}

/** A line without a budget or a pace, unless they are given. */
export function row(
  what: string,
  value: number,
  unit: string,
  budget: number | null = null,
  pace: number | null = null,
): Row {
  return { what, value, unit, budget, pace };
}

/** A line with what it comes to at the reference pace, and whether that is within the budget; null without one. */
export function judged(
  row: Row,
): Row & { readonly atReference: number; readonly within: boolean | null } {
  const { value, budget, pace } = row;
  const atReference = rounded(value * (pace ?? 1));
  return { ...row, atReference, within: budget === null ? null : atReference <= budget };
}

export function table(rows: readonly Row[]): string {
  const cells = rows
    .map(judged)
    .map(({ what, value, unit, budget, pace, atReference, within }) => [
      what,
      `${value} ${unit}`.trim(),
      pace === null ? '' : `${rounded(pace)} ×`,
      pace === null ? '' : `${atReference} ${unit}`.trim(),
      budget === null ? '' : `${budget} ${unit}`.trim(),
      within === null ? '' : within ? 'within' : 'over',
    ]);
  const lines = [['', 'measured', 'pace', 'at reference', 'budget', ''], ...cells];
  const widths = [0, 1, 2, 3, 4, 5].map((i) =>
    Math.max(...lines.map((line) => (line[i] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
