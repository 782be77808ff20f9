/** `plenum compare FILE [--json]`: the same design in every medium, side by side. */
import {
  type Column,
  type Comparison,
  columnName,
  compareMedia,
  FIGURES,
  figureText,
  unitText,
} from '../../shared/compare/index.ts';
import { say } from '../../shared/text/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, oneFile } from './arguments.ts';

export function compareCommand(given: Arguments): 0 {
  const comparison = compareMedia(readDesignFile(oneFile(given)));
  process.stdout.write(
    given.flag('json') ? `${JSON.stringify(comparison, null, 2)}\n` : inWords(comparison),
  );
  return 0;
}

function inWords(comparison: Comparison): string {
  const { columns, design, kept, costOrder } = comparison;
  const order = costOrder.media.map(columnName).join(', ');
  const lines = [
    say('cli.compare.title', { name: design, links: columns[0]?.links.total ?? 0 }),
    '',
    ...tableOf(columns),
    '',
    ...columns.filter(({ hypothetical }) => hypothetical).map(hypothetical),
    say('cli.compare.kept', { kept: kept.power + kept.baseT, order }),
  ];
  return `${lines.join('\n')}\n`;
}

function hypothetical({ id, links, refused }: Column): string {
  const reason = refused[0]?.message ?? '';
  return say('cli.compare.hypothetical', {
    column: columnName(id),
    links: links.cannotPlug,
    reason,
  });
}

/** First the label, then a cell per column, each as wide as its widest. */
function tableOf(columns: readonly Column[]): readonly string[] {
  const count = (key: string, of: (column: Column) => number): string[] => [
    say(`compare.row.${key}`),
    ...columns.map((column) => String(of(column))),
  ];
  const rows = [
    ['', ...columns.map(headOf)],
    count('reach', ({ links }) => links.over),
    count('vendorOnly', ({ links }) => links.vendorOnly),
    count('unknownReach', ({ links }) => links.unknown),
    count('cannotPlug', ({ links }) => links.cannotPlug),
    count('cables', ({ cables }) => cables),
    ...FIGURES.map((name) => [labelOf(columns, name), ...columns.map(cellOf(name))]),
    count('errors', ({ findings }) => findings.error),
    count('warnings', ({ findings }) => findings.warning),
    count('notes', ({ findings }) => findings.note),
  ];
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function headOf({ id, hypothetical }: Column): string {
  const name = id === 'cheapest' ? say('cli.compare.cheapest') : columnName(id);
  return hypothetical ? `${name}*` : name;
}

function labelOf(columns: readonly Column[], name: (typeof FIGURES)[number]): string {
  const figure = columns[0]?.figures[name];
  const unit = figure ? unitText(figure) : '';
  const label = say(`compare.row.${name}`);
  return unit === '' ? label : `${label}, ${unit}`;
}

function cellOf(name: (typeof FIGURES)[number]): (column: Column) => string {
  return ({ figures }) => figureText(figures[name]);
}
