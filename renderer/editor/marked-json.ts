/** Text on the clipboard that begins with the name of its format. */

/** What the text holds, unchecked; undefined when it is not of that format, or was cut off on its way here. */
export function markedJson(text: string, format: string): unknown {
  if (!text.startsWith(`{"format":"${format}"`)) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Anything but a parse error is a fault of ours.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
