/** What a person does in the window, by the names that they read there. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Design } from '../../shared/model/design.ts';
import type { Device, Rack } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';

/** A rack by the name it has on the drawing. @throws Error when there is none */
export function rackNamed(design: Design, name: string): Rack {
  const rack = [...design.racks.values()].find((each) => each.name === name);
  if (!rack) throw new Error(`no rack is called ${name}`);
  return rack;
}

/** A device by the name it has on the drawing. @throws Error when there is none */
export function deviceNamed(design: Design, name: string): Device {
  const device = [...design.devices.values()].find((each) => each.name === name);
  if (!device) throw new Error(`no device is called ${name}`);
  return device;
}

/** The only thing there is. @throws Error when there are none or more */
export function only<T>(things: ReadonlyMap<string, T>): T {
  const [thing, ...others] = things.values();
  if (thing === undefined || others.length > 0) throw new Error(`there are ${things.size}, not 1`);
  return thing;
}

/** The panels of the window. */
export function panel(page: Page, name: 'library' | 'inspector' | 'findings'): Locator {
  return page.getByRole('region', { name: say(`panels.${name}.title`), exact: true });
}

/** The lowest line of the window. */
export function statusBar(page: Page): Locator {
  return page.getByRole('contentinfo');
}

/** Waits until the status bar says that the disk has everything. */
export async function saved(page: Page): Promise<void> {
  await statusBar(page)
    .getByText(/^Saved/)
    .waitFor();
}

/** Waits until a text is somewhere on screen. */
export async function seen(
  page: Page,
  text: string | RegExp,
  wait: { readonly timeout?: number } = {},
): Promise<void> {
  await page
    .getByText(text, { exact: typeof text === 'string' })
    .first()
    .waitFor(wait);
}

/** Chooses a row of the menu bar, both by message key. */
export async function chooseMenu(page: Page, menu: string, command: string): Promise<void> {
  const bar = page.getByRole('menubar', { name: say('panels.top.menu') });
  await bar.getByText(say(`editor.menu.${menu}`), { exact: true }).click();
  await page
    .getByRole('menu')
    .getByText(say(`editor.command.${command}`), { exact: true })
    .click();
}

/** Shows these faces of the racks. */
export async function showFaces(page: Page, faces: 'front' | 'rear' | 'both'): Promise<void> {
  const views = page.getByRole('radiogroup', { name: say('panels.top.view') });
  await views.getByText(say(`panels.top.view.${faces}`), { exact: true }).click();
}

/** A line of the library. */
export function libraryType(page: Page, model: string): Locator {
  return panel(page, 'library')
    .getByRole('option')
    .filter({ has: page.getByText(model, { exact: true }) })
    .first();
}

/** Types into the library's search field. */
export async function searchLibrary(page: Page, words: string): Promise<void> {
  await panel(page, 'library').getByRole('combobox').fill(words);
}

/** Starts a new design from the start screen and gives it a rack by the button in its middle. */
export async function newDesignWithRack(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('app.start.new') }).click();
  await page.getByRole('button', { name: say('panels.canvas.addRack') }).click();
  await saved(page);
}

/** Presses a button of the top bar until it is greyed out; gives back how often. */
export async function pressUntilGrey(page: Page, button: Locator): Promise<number> {
  let times = 0;
  while ((await button.getAttribute('aria-disabled')) !== 'true') {
    await button.click();
    times += 1;
    expect(times).toBeLessThan(200);
  }
  await saved(page);
  return times;
}

/** Finds a command in the palette by its name and runs it, with the keyboard alone. */
export async function runFromPalette(page: Page, command: string): Promise<void> {
  const name = say(`editor.command.${command}`);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type(name);
  const wanted = palette.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  await wanted.waitFor();
  while ((await wanted.getAttribute('aria-selected')) !== 'true') {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
}

/** Presses Tab until the keyboard is on something. */
export async function tabTo(page: Page, there: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('Tab does not lead there');
}

/** The drawing as the keyboard and a screen reader have it. */
export function drawing(page: Page): Locator {
  return page.getByRole('tree');
}
