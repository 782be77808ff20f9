/**
 * Quoted texts that run over several lines without being indented. YAML forbids them, yet common writers
 * make them and common readers take them, so real files have them. Leading blanks of a continued line are
 * folded away in a quoted text: indenting such lines keeps the text and makes the file well-formed.
 */

const OPENS_QUOTE = /^(\s*(?:- +)*(?:[^\s'"#][^'"]*?:\s+)?)(['"])/;

/** The text with every continuation line of a quoted scalar indented deeper than its key. */
export function indentQuotedLines(text: string): string {
  const lines = text.split('\n');
  let quote: { readonly mark: string; readonly indent: string } | null = null;
  for (const [index, line] of lines.entries()) {
    if (quote) {
      lines[index] = quote.indent + line;
      if (closes(line, quote.mark)) quote = null;
      continue;
    }
    const opening = OPENS_QUOTE.exec(line);
    const lead = opening?.[1];
    const mark = opening?.[2];
    if (lead === undefined || mark === undefined) continue;
    if (!closes(line.slice(lead.length + 1), mark)) {
      quote = { mark, indent: ' '.repeat(lead.search(/\S|$/) + 4) };
    }
  }
  return lines.join('\n');
}

/** Whether a quote of this mark ends within the text; doubled and escaped marks do not end it. */
function closes(text: string, mark: string): boolean {
  const bare = mark === "'" ? text.replaceAll("''", '') : text.replace(/\\./g, '');
  return bare.includes(mark);
}
