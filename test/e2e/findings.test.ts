/** What the checks say, where they lead, and how the window holds together around them. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { derivationOf } from '../../shared/analysis/derivation.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { NotationPart } from '../../shared/analysis/notation.ts';
import { tellingInputs } from '../../shared/analysis/sensitivity.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, drawing, newDesignWithRack, panel, statusBar } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

const SAMPLE = analyse(buildSample('superpod-su'));

describe('the findings of the sample', () => {
  it('are those of ports, reach and air, all counted', async () => {
    const { page } = await openSample();
    const findings = panel(page, 'findings');
    for (const rule of ['ports', 'reach', 'air'] as const) {
      const own = SAMPLE.findings.filter((finding) => finding.rule === rule);
      expect(own.length, rule).toBeGreaterThan(0);
      await searchFindings(page, own[0]!.message);
      await ruleLine(page, rule).waitFor();
      await findings.getByText(own[0]!.message, { exact: true }).first().waitFor();
    }
    await searchFindings(page, '');
    for (const severity of ['error', 'warning', 'note'] as const) {
      const count = SAMPLE.findings.filter((finding) => finding.severity === severity).length;
      const told = say(`panels.severity.${severity}.count`, { count });
      await statusBar(page).getByRole('button', { name: told }).waitFor();
    }
  });

  it('lead to where they are and explain themselves', async () => {
    const { page } = await openSample();
    const finding = SAMPLE.findings.find(({ rule }) => rule === 'reach')!;
    const findings = panel(page, 'findings');
    const far = await cameraOf(page);
    await findings.getByRole('button', { name: finding.message }).first().click();
    await statusBar(page)
      .getByText(/^\d+ selected$/)
      .waitFor();
    await expect.poll(() => cameraOf(page)).not.toBe(far);
    expect(await zoomOf(page)).toBeGreaterThan(Number(far.split(' ')[2]));
    const [step] = derivationOf(finding).steps;
    const { sources } = step!;
    for (const { formula, numbers } of step!.lines) {
      await findings.getByText(written(formula), { exact: true }).waitFor();
      await findings.getByText(written(numbers ?? []), { exact: true }).waitFor();
    }
    await findings
      .getByText(say('panels.findings.sources', { sources: sources.join('; ') }))
      .waitFor();
    await panel(page, 'inspector')
      .getByText(say('panels.inspector.cable'), { exact: true })
      .waitFor();
  });

  it('of air say which input moves their bands most, as the inspector of the device does', async () => {
    const { page } = await openSample();
    const finding = SAMPLE.findings.find(({ id }) => id.startsWith('air:device-leaf'))!;
    await searchFindings(page, finding.message);
    await panel(page, 'findings').getByRole('button', { name: finding.message }).first().click();
    const moving = panel(page, 'findings').getByRole('region', {
      name: say('panels.sensitivity.title'),
    });
    const [first] = tellingInputs(buildSample('superpod-su'), finding.subjects[0]!.id);
    await moving
      .getByRole('listitem')
      .first()
      .getByText(say(`panels.sensitivity.${first!.input}`))
      .waitFor();
  });

  it('can be searched and filtered by severity', async () => {
    const { page } = await openSample();
    const findings = panel(page, 'findings');
    await searchFindings(page, 'no finding says this');
    await findings.getByText(say('panels.findings.noneFit')).waitFor();
    await searchFindings(page, '');
    await findings
      .getByRole('img', { name: say('panels.severity.error') })
      .first()
      .waitFor();
    const filter = findings.getByRole('group', { name: say('panels.findings.filter') });
    await filter.getByRole('button').first().click();
    const errors = findings.getByRole('listitem').getByRole('img', {
      name: say('panels.severity.error'),
    });
    await expect.poll(() => errors.count()).toBe(0);
  });
});

describe('the window', () => {
  it('repaints the drawing with the theme', async () => {
    const { page } = await openSample();
    const canvas = page.locator('[data-camera]');
    const light = await canvas.screenshot();
    await chooseMenu(page, 'view', 'view.theme');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    await expect.poll(async () => (await canvas.screenshot()).equals(light)).toBe(false);
    expect(await brightness(page)).toBeLessThan(0.3);
    await chooseMenu(page, 'view', 'view.theme');
    await expect.poll(() => brightness(page)).toBeGreaterThan(0.7);
  });

  it.each([
    [1280, 800],
    [1920, 1080],
  ])('has every panel whole and beside the others at %i × %i', async (width, height) => {
    const { page } = await startPlenum({
      args: ['--sample', 'superpod-su'],
      size: [width, height],
    });
    await panel(page, 'findings').getByRole('listitem').nth(1).waitFor();
    await expect
      .poll(() => page.evaluate(() => [innerWidth, innerHeight]))
      .toEqual([width, height]);
    const parts = [
      page.getByRole('region', { name: say('panels.top.bar') }),
      panel(page, 'library'),
      page.locator('[data-camera]'),
      panel(page, 'inspector'),
      panel(page, 'findings'),
      statusBar(page),
    ];
    const boxes = await Promise.all(parts.map(boxOf));
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(Math.min(box.width, box.height)).toBeGreaterThan(20);
    }
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBeLessThanOrEqual(1);
    }
    expect(await cutOffTexts(page)).toEqual([]);
  });

  it('says what to do where there is nothing yet', async () => {
    const { page } = await startPlenum();
    await newDesignWithRack(page);
    await page.getByText(say('panels.canvas.noDevices')).waitFor();
    await panel(page, 'findings').getByText(say('panels.findings.nothingYet')).waitFor();
  });
});

function written(parts: readonly NotationPart[]): string {
  return parts.map(({ text }) => text).join('');
}

async function openSample() {
  const plenum = await startPlenum({ args: ['--sample', 'superpod-su'] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  await panel(plenum.page, 'findings').getByRole('listitem').nth(1).waitFor();
  return plenum;
}

async function searchFindings(page: Page, words: string): Promise<void> {
  await panel(page, 'findings')
    .getByRole('textbox', { name: say('panels.findings.search') })
    .fill(words);
}

function ruleLine(page: Page, rule: string): Locator {
  return panel(page, 'findings').getByText(say(`panels.rule.${rule}`), { exact: true });
}

async function cameraOf(page: Page): Promise<string> {
  return (await page.locator('[data-camera]').getAttribute('data-camera')) ?? '';
}

async function zoomOf(page: Page): Promise<number> {
  return Number((await cameraOf(page)).split(' ')[2]);
}

/** How light the middle of the drawing is on screen, 0 to 1. */
async function brightness(page: Page): Promise<number> {
  const shot = await page.locator('[data-camera]').screenshot({ type: 'png' });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (!pen) return Number.NaN;
    pen.drawImage(picture, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / (3 * 255);
  }, shot.toString('base64'));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox();
  if (!box) throw new Error('a part of the window is not shown');
  return box;
}

/** Area that two boxes share, px². */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Buttons, labels and headings of the chrome whose text is wider than its box and not ended by an ellipsis. */
function cutOffTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, dt, dd')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}
