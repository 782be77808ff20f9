/** Puts the table of colours on the page, as CSS variables of both schemes. */
import { windowTokens } from '../../shared/theme/tokens.ts';

/** `surfacePanel` is `--surface-panel`. */
function variable(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function declarations(scheme: 'light' | 'dark'): string {
  const lines = Object.entries<string>({ ...windowTokens(scheme) }).map(
    ([token, value]) => `${variable(token)}: ${value};`,
  );
  return `color-scheme: ${scheme}; ${lines.join(' ')}`;
}

/**
 * Light stands for a page without a scheme too. The rules lie in the lowest layer, so that what the style
 * sheets say for forced colours goes before them.
 */
export function colourRules(): string {
  const scheme = '[data-mantine-color-scheme';
  return `@layer base {
    :root, ${scheme}="light"] { ${declarations('light')} }
    ${scheme}="dark"] { ${declarations('dark')} }
  }`;
}

/** To be called before anything is shown. */
export function applyColours(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(colourRules());
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
