/** What lies over the racks, live while a device is dragged, and a rack's air page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { airSensitivities } from '../../shared/analysis/sensitivity.ts';
import type { Analysis, DeviceRow } from '../../shared/analysis/types.ts';
import { bandText, numberText, withUnit } from '../../shared/analysis/value-text.ts';
import { overlayLens } from '../../shared/drawing/overlays/lens.ts';
import { OVERLAY_KINDS, type OverlayKind } from '../../shared/drawing/overlays/overlay-kind.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Device } from '../../shared/model/records.ts';
import { cagePorts, startDraft } from '../../shared/samples/draft.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { deviceSpot, deviceSpotAt, dragOver } from './aim.ts';
import { chooseMenu, deviceNamed, drawing, panel, runFromPalette, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

const KEYS: Readonly<Record<OverlayKind, string>> = {
  ports: 'Alt+1',
  reach: 'Alt+2',
  bundles: 'Alt+3',
  blocked: 'Alt+4',
  outlet: 'Alt+5',
};

/** Two switches with 32 cables between them in one rack, and a rack beside it. */
function cabledRacks(): Design {
  const draft = startDraft('Cabled racks');
  const first = draft.rack('A01', { widthMm: 800, maxPowerW: 20_000 });
  draft.rack('A02', { widthMm: 800, maxPowerW: 20_000 });
  const leaf = draft.device(first, { name: 'leaf-1', type: 'nvidia-qm9700', u: 30, face: 'front' });
  const spine = draft.device(first, {
    name: 'leaf-2',
    type: 'nvidia-qm9700',
    u: 10,
    face: 'front',
  });
  for (let cage = 1; cage <= 32; cage += 1) {
    const [a, b] = [cagePorts(leaf, `osfp-${cage}`), cagePorts(spine, `osfp-${cage}`)];
    draft.cable({ medium: 'dac', awg: 26, fabric: 'compute', a, b });
  }
  return draft.build();
}

async function openCabled() {
  const file = designFile(cabledRacks(), 'Cabled racks');
  const plenum = await startPlenum({ args: [file] });
  const { page } = plenum;
  await drawing(page).waitFor({ state: 'attached' });
  await saved(page);
  return { ...plenum, design: readDesignFile(file), onDisk: () => readDesignFile(file) };
}

function legend(page: Page, kind: OverlayKind) {
  const name = say('overlay.legend', { name: say(`overlay.kind.${kind}`) });
  return page.getByRole('region', { name });
}

describe('an overlay on the racks', () => {
  it.each(OVERLAY_KINDS)(
    '%s: comes by menu and by key with its legend, and goes again',
    async (kind) => {
      const { page, design } = await openCabled();
      const canvas = page.locator('[data-camera] canvas').first();
      const bare = await canvas.screenshot();
      await chooseMenu(page, 'overlay', `view.overlay.${kind}`);
      const card = legend(page, kind);
      await card.getByText(say(`overlay.scale.${kind}.0`), { exact: true }).waitFor();
      await card.getByText(say(`overlay.unknown.${kind}`), { exact: true }).waitFor();
      const { read } = overlayLens(kind, analyse(design), design);
      const faces =
        kind === 'bundles' || kind === 'blocked'
          ? (['front', 'rear'] as const)
          : (['front'] as const);
      const steps = [...design.devices.keys()].flatMap((id) =>
        faces.map((face) => read(id, face)?.step),
      );
      for (const step of [0, 1, 2, 3, 4]) {
        const line = card.getByRole('listitem').nth(step);
        const count = steps.filter((each) => each === step).length;
        await expect.poll(() => line.textContent()).toMatch(new RegExp(`${count}$`));
      }
      await expect.poll(async () => (await canvas.screenshot()).equals(bare)).toBe(false);
      await drawing(page).focus();
      await page.keyboard.press(KEYS[kind]);
      await card.waitFor({ state: 'detached' });
      await page.keyboard.press(KEYS[kind]);
      await card.waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
    },
  );

  it('is read out with the device that the keyboard is on', async () => {
    const { page, design } = await openCabled();
    await page.mouse.click(...pair(await deviceSpot(page, design, deviceNamed(design, 'leaf-1'))));
    await runFromPalette(page, 'view.overlay.ports');
    const { read } = overlayLens('ports', analyse(design), design);
    const told = read(deviceNamed(design, 'leaf-1').id, 'front')?.told() ?? '';
    expect(told).toContain('64 of 64');
    await drawing(page)
      .getByRole('treeitem', { name: told })
      .first()
      .waitFor({ state: 'attached' });
  });
});

describe('while a device is dragged', () => {
  it('its numbers are those of where it would land; Escape brings the true ones back', async () => {
    const { page, design, onDisk } = await openCabled();
    const leaf = deviceNamed(design, 'leaf-1');
    const dropped = moved(design, leaf, 11);
    const [now, then] = [rowOf(design, leaf), rowOf(dropped, leaf)];
    expect(blockedText(then)).not.toBe(blockedText(now));
    await page.keyboard.press('Alt+4');
    await page.mouse.click(...pair(await deviceSpot(page, design, leaf)));
    const inspector = panel(page, 'inspector');
    await inspector.getByText(blockedText(now), { exact: true }).waitFor();
    await dragOver(
      page,
      await deviceSpot(page, design, leaf),
      await deviceSpotAt(page, design, leaf, { u: 11 }),
    );
    await legend(page, 'blocked').getByText(say('overlay.preview'), { exact: true }).waitFor();
    await inspector.getByText(blockedText(then), { exact: true }).waitFor();
    await expect.poll(() => errorCount(page)).toBe(errors(analyse(dropped)));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await legend(page, 'blocked').getByText(say('overlay.preview')).waitFor({ state: 'detached' });
    await inspector.getByText(blockedText(now), { exact: true }).waitFor();
    await expect.poll(() => errorCount(page)).toBe(errors(analyse(design)));
    expect(onDisk().devices.get(leaf.id)).toEqual(leaf);
  });
});

describe('the air page of a rack', () => {
  it('opens by the keyboard and says the numbers of the analysis', async () => {
    const { page } = await startPlenum({ args: ['--sample', 'first-rack'] });
    await drawing(page).waitFor({ state: 'attached' });
    const design = buildSample('first-rack');
    const row = rowOf(design, deviceNamed(design, 'leaf-1'));
    await drawing(page).focus();
    await page.keyboard.press('Alt+a');
    const airPage = page.getByRole('dialog', { name: say('app.airPage.title', { rack: 'A01' }) });
    await airPage.getByRole('img', { name: say('app.airPage.picture', { rack: 'A01' }) }).waitFor();
    const line = airPage.getByRole('row').filter({ hasText: 'leaf-1' });
    const { inletC, outletC } = row;
    if (inletC === null || outletC === null) throw new Error('the sample lacks numbers');
    await line.getByText(withUnit(numberText(inletC), '°C'), { exact: true }).waitFor();
    await line.getByText(bandText(outletC, '°C'), { exact: true }).waitFor();
    await airPage
      .getByRole('rowheader', { name: say('app.airPage.gap') })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await airPage.waitFor({ state: 'detached' });
  });
});

describe('what the analysis assumes', () => {
  it('is set for the design, and moves the numbers; an empty field takes the usual value again', async () => {
    const { page, design } = await openCabled();
    const inspector = panel(page, 'inspector');
    await inspector.getByRole('button', { name: say('panels.inspector.assumptions') }).click();
    const field = inspector.getByLabel(say('panels.assumption.packing'));
    expect(await field.getAttribute('placeholder')).toBe(
      say('panels.assumption.usual', { value: '0.694' }),
    );
    const loose = withPacking(design, 0.5);
    const leaf = deviceNamed(design, 'leaf-1');
    const [usual, set] = [rowOf(design, leaf), rowOf(loose, leaf)];
    expect(blockedText(set)).not.toBe(blockedText(usual));
    await field.fill('0.5');
    await field.press('Enter');
    await page.mouse.click(...pair(await deviceSpot(page, design, leaf)));
    await inspector.getByText(blockedText(set), { exact: true }).waitFor();
    const [most] = airSensitivities(loose, leaf.id);
    const bars = inspector
      .getByRole('list')
      .filter({ hasText: say('panels.sensitivity.critical') });
    await expect
      .poll(() => bars.getByRole('listitem').first().textContent())
      .toContain(say(`panels.sensitivity.${most?.input}`));
    await page.keyboard.press('Escape');
    // The device has a field of that name, too: the design's own is meant.
    await inspector.getByRole('button', { name: say('panels.inspector.assumptions') }).waitFor();
    await field.fill('');
    await field.press('Enter');
    await page.mouse.click(...pair(await deviceSpot(page, design, leaf)));
    await inspector.getByText(blockedText(usual), { exact: true }).waitFor();
  });
});

function withPacking(design: Design, packing: number): Design {
  const { settings } = design;
  return { ...design, settings: { ...settings, inputs: { ...settings.inputs, packing } } };
}

function moved(design: Design, device: Device, u: number): Design {
  return { ...design, devices: new Map(design.devices).set(device.id, { ...device, u }) };
}

function rowOf(design: Design, { id }: Device): DeviceRow {
  const row = analyse(design).devices.find((each) => each.id === id);
  if (!row) throw new Error('the analysis has no such device');
  return row;
}

function errors({ findings }: Analysis): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

async function errorCount(page: Page): Promise<number> {
  const text = await page
    .getByRole('contentinfo')
    .getByText(/\d+ errors?/)
    .textContent();
  return Number.parseInt(text ?? '', 10);
}

function blockedText({ blockedFraction: { front, rear } }: DeviceRow): string {
  const share = (of: number): string => `${numberText(Number((of * 100).toPrecision(3)))}%`;
  return say('panels.live.blockedFaces', { front: share(front), rear: share(rear) });
}

function pair({ x, y }: { x: number; y: number }): [number, number] {
  return [x, y];
}
