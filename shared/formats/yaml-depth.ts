/** How deep a YAML text nests, told from its characters before a parser may recurse over it. */

const MAX_LEVELS = 32;

/**
 * Whether the text nests deeper than any honest file: indentation, dashes and question marks open block
 * levels, brackets open flow levels. Brackets in plain text count too, until the next line at the margin.
 * @param text YAML of any length; looked through once, without recursion
 */
export function isTooDeep(text: string): boolean {
  const columns: number[] = [];
  let flow = 0;
  let column = 0;
  let leading = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 10) {
      column = 0;
      leading = true;
      continue;
    }
    if (leading && char !== 32 && char !== 13) {
      if (column === 0) flow = 0;
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
      const next = text.charCodeAt(at + 1);
      // A dash or question mark before a blank opens a level, and the next one may stand behind it.
      leading = (char === 45 || char === 63) && (next === 32 || next === 10 || next === 13);
    }
    column += 1;
    if (char === 91 || char === 123) flow += 1;
    else if (char === 93 || char === 125) flow = Math.max(0, flow - 1);
    if (flow + columns.length > MAX_LEVELS) return true;
  }
  return false;
}
