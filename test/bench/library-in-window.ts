/** The library in the real window: until its types are in the list, and from a key to the lines it leads to. */
import { say } from '../../shared/text/index.ts';
import { QUERIES } from './library-times.ts';
import { type Spread, spreadOf } from './numbers.ts';
import { msSince, withPlenum } from './plenum-window.ts';

export interface LibraryWindowTimes {
  /** From the start of the program until My Library is in the list. */
  readonly shownMs: number;
  /** From the letter in the field until the lines are painted. */
  readonly keyToLinesMs: Spread;
}

/** @param userData a data folder with the library in it */
export async function measureLibraryInWindow(userData: string): Promise<LibraryWindowTimes> {
  return withPlenum(userData, [], async ({ page, startedAt }) => {
    await page.getByRole('button', { name: say('app.start.new') }).click();
    await page.getByText(say('library.source.own'), { exact: true }).click();
    await page.getByRole('option').first().waitFor();
    const shownMs = msSince(startedAt);
    await page.getByText(say('library.source.all'), { exact: true }).click();
    await page.waitForTimeout(2000);
    const field = page.getByRole('combobox', { name: say('panels.library.search') });
    const spent: number[] = [];
    for (const query of QUERIES) {
      await field.fill('');
      for (let k = 1; k <= query.length; k += 1) {
        spent.push(await field.evaluate(typeAndWait, query.slice(0, k)));
      }
    }
    return { shownMs, keyToLinesMs: spreadOf(spent) };
  });
}

/** Runs in the page: puts the text in as typing does and waits for the frame after the next. */
function typeAndWait(field: Element, text: string): Promise<number> {
  const input = field as HTMLInputElement;
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const start = performance.now();
  put?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => resolve(performance.now() - start));
    });
  });
}
