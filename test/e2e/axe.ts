/** What assistive technology would stumble over in the window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe finds, in one line each: the rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
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
    (options) =>
      (Reflect.get(window, 'axe') as { run(options: object): Promise<AxeResults> }).run(options),
    WCAG,
  );
  expect(passes.length).toBeGreaterThan(10);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
