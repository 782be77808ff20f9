/** What assistive technology would stumble over in the window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PlenumApp } from './plenum-app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Those of them that look at colours: all that the other scheme changes. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const OF_COLOURS: RunOptions = { runOnly: { type: 'rule', values: COLOURS } };

/** What axe finds, in one line each: the rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { found, passes } = await run(page, WCAG);
  expect(passes.length).toBeGreaterThan(10);
  return found;
}

/**
 * Looks at a window state by state: at all there is in the scheme that it wears, then at the colours of the other one,
 * which it wears from then on. Every other state is so looked at whole in the dark, the first one in both.
 * @returns a function that is told what is to be seen, and fails when axe finds anything
 */
export function lookAround(
  plenum: Pick<PlenumApp, 'app' | 'page'>,
): (what: string) => Promise<void> {
  const { page } = plenum;
  let states = 0;
  return async (what) => {
    expect(await violations(page), what).toEqual([]);
    const other = await wearOther(plenum);
    states += 1;
    if (states === 1) {
      expect(await violations(page), `${what}, ${other}`).toEqual([]);
      return;
    }
    const { found, passes } = await run(page, OF_COLOURS);
    expect(passes).toContain('color-contrast');
    expect(found, `${what}, ${other}`).toEqual([]);
  };
}

/** Light instead of dark or the other way, as the system says; the page follows. */
async function wearOther({ app, page }: Pick<PlenumApp, 'app' | 'page'>): Promise<string> {
  const other = await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = nativeTheme.themeSource === 'dark' ? 'light' : 'dark';
    return nativeTheme.themeSource;
  });
  await page.locator(`html[data-mantine-color-scheme="${other}"]`).waitFor({ state: 'attached' });
  return other;
}

async function run(
  page: Page,
  options: RunOptions,
): Promise<{ readonly found: readonly string[]; readonly passes: readonly string[] }> {
  // What fades in has no contrast yet; what was left may begin to fade out a moment later.
  await page.evaluate(async () => {
    do {
      const moving = document.getAnimations();
      await Promise.all(moving.map((animation) => animation.finished.catch(() => null)));
      await new Promise((resolve) => {
        setTimeout(resolve, 150);
      });
    } while (document.getAnimations().length > 0);
  });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations: found, passes } = await page.evaluate(
    (asked) =>
      (Reflect.get(window, 'axe') as { run(asked: object): Promise<AxeResults> }).run(asked),
    options,
  );
  return {
    found: found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    ),
    passes: passes.map(({ id }) => id),
  };
}
