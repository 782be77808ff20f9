/** The dialog of a cluster, as a person fills it in. */
import type { Locator, Page } from 'playwright-core';
import { say } from '../../shared/text/index.ts';
import { saved } from './hands.ts';

/** A field by its message key, without what all of them begin with. */
export function specField(page: Page, path: string): Locator {
  const label = say(`app.cluster.field.${path}`);
  return page.getByRole('dialog').getByLabel(label, { exact: true });
}

/** A button of the dialog by its message key. */
export function specButton(page: Page, key: string): Locator {
  return page.getByRole('dialog').getByRole('button', { name: say(key), exact: true });
}

/** Finds a device by its name and calls it otherwise. */
export async function renameFound(page: Page, name: string, next: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('F2');
  await page.keyboard.type(next);
  await page.keyboard.press('Enter');
  await saved(page);
}
