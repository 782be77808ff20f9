/** Every rule as a person meets it: the finding is listed, an edit in the window settles it, undo brings it back. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { Finding, RuleId } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import { cagePorts, type Draft, startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { drawing, panel, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

interface Case {
  readonly rule: RuleId;
  readonly title: string;
  readonly design: () => Design;
  /** Part of the message of the finding. */
  readonly says: RegExp;
  /** What a person does once the finding's subjects are selected. */
  readonly settle: (page: Page) => Promise<void>;
}

const CASES: readonly Case[] = [
  {
    rule: 'ports',
    title: 'a switch whose ports have run out gets one back when a cable is taken away',
    design: () => pairOfSwitches(32),
    says: /^low: all 64 ports of 400 Gb\/s are taken/,
    settle: async (page) => {
      await pick(page, 'C0001');
      await page.keyboard.press('Delete');
    },
  },
  {
    rule: 'faceplate',
    title: 'a bandwidth that goes on the face',
    design: () => {
      const design = pairOfSwitches(0);
      const source = 'the tender';
      const types = [...design.deviceTypes].map(([id, type]) => {
        const wantedGbps = { value: 500_000, provenance: 'derived', source } as const;
        return [id, { ...type, wantedGbps }] as const;
      });
      return { ...design, deviceTypes: new Map(types) };
    },
    says: /500000 Gb\/s go on no faceplate of 1 U/,
    settle: (page) => fill(page, say('panels.factField.wantedGbps'), '12800'),
  },
  {
    rule: 'reach',
    title: 'copper that does not reach becomes light',
    design: () => pairOfSwitches(1, 42),
    says: /^Passive copper C0001, low → high, needs/,
    settle: async (page) => {
      await pick(page, 'C0001');
      const medium = panel(page, 'inspector').getByRole('combobox', {
        name: say('panels.field.medium'),
      });
      await medium.click();
      await page.getByRole('option', { name: say('catalog.medium.aoc'), exact: true }).click();
    },
  },
  {
    rule: 'bundle',
    title: 'cables that leave by one side go half to each',
    design: () => {
      const design = pairOfSwitches(16, 12);
      const cables = [...design.cables].map(
        ([id, cable]) => [id, { ...cable, side: 'left' }] as const,
      );
      return { ...design, cables: new Map(cables) };
    },
    says: /^low: 16 cables were led across the middle/,
    settle: (page) =>
      panel(page, 'findings')
        .getByRole('button', { name: /^Lead each cable of low to its nearer side/ })
        .click(),
  },
  {
    rule: 'air',
    title: 'blanking panels close what lets warm air back',
    design: () => pairOfSwitches(0),
    says: /^A01: U2–U11, U13–U42 are open/,
    settle: (page) =>
      panel(page, 'findings')
        .getByRole('button', { name: /^Close 40 open units of A01 with blanking panels/ })
        .click(),
  },
  {
    rule: 'heat',
    title: 'a higher power limit',
    design: () => pairOfSwitches(0, 12, { maxPowerW: 3000 }),
    says: /^A01 draws .* over its limit/,
    settle: (page) => fill(page, say('panels.field.maxPowerW'), '10'),
  },
  {
    rule: 'place',
    title: 'a higher weight limit',
    design: () => pairOfSwitches(0, 12, { maxWeightKg: 20 }),
    says: /^A01 weighs .* over its limit/,
    settle: (page) => fill(page, say('panels.field.maxWeightKg'), '1000'),
  },
  {
    rule: 'latency',
    title: 'a budget that the slowest way keeps',
    design: () => {
      const design = node();
      const { settings } = design;
      return {
        ...design,
        settings: { ...settings, inputs: { ...settings.inputs, pathBudgetNs: 100 } },
      };
    },
    says: /over the budget of 100 ns/,
    settle: async (page) => {
      await drawing(page).focus();
      await page.keyboard.press('Escape');
      await fill(page, say('panels.time.budget'), '2000');
    },
  },
  {
    rule: 'data',
    title: 'a weight that nobody knew is entered',
    design: () => {
      const draft = startDraft('Unknown');
      const rack = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
      draft.device(rack, { name: 'login', type: 'generic-server-1u', u: 1, face: 'front' });
      return draft.build();
    },
    says: /^Generic 1U server \(1 device\): airflow, power, weight unknown/,
    settle: (page) => fill(page, say('panels.factField.weightKg'), '18'),
  },
];

it.each(CASES)('$rule: $title', async ({ rule, design, says, settle }) => {
  const file = designFile(design(), 'Rule');
  const { page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  const before = readDesignFile(file);
  const finding = findingThat(before, rule, says);
  await search(page, finding.message);
  const line = lineOf(page, finding);
  await line.click();
  await settle(page);
  await line.waitFor({ state: 'hidden' });
  await saved(page);
  const after = readDesignFile(file);
  expect(contentOf(after)).not.toEqual(contentOf(before));
  expect(analyse(after).findings.map(({ message }) => message)).not.toContain(finding.message);
  await drawing(page).focus();
  await page.keyboard.press('Control+z');
  await line.waitFor();
  await saved(page);
  expect(contentOf(readDesignFile(file))).toEqual(contentOf(before));
});

/** Two switches in one rack and so many straight copper cables between them. */
function pairOfSwitches(
  cables: number,
  u = 12,
  limits: Partial<{ maxPowerW: number; maxWeightKg: number }> = {},
): Design {
  const draft = startDraft('Rule');
  const rack = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  cableUp(draft, rack, cables, u);
  const design = draft.build();
  return { ...design, racks: new Map([[rack.id, { ...rack, ...limits }]]) };
}

function cableUp(draft: Draft, rack: Parameters<Draft['device']>[0], cables: number, u: number) {
  const low = draft.device(rack, { name: 'low', type: 'nvidia-qm9700', u: 1, face: 'rear' });
  const high = draft.device(rack, { name: 'high', type: 'nvidia-qm9700', u, face: 'rear' });
  for (let n = 1; n <= cables; n += 1) {
    draft.cable({
      medium: 'dac',
      awg: 26,
      fabric: 'compute',
      a: cagePorts(low, `osfp-${n}`),
      b: cagePorts(high, `osfp-${n}`),
    });
  }
}

/** Two nodes on a leaf, so that there is a way between nodes. */
function node(): Design {
  const draft = startDraft('Rule');
  const rack = draft.rack('A01', { widthMm: 600, maxPowerW: 40_000 });
  const leaf = draft.device(rack, { name: 'leaf', type: 'nvidia-qm9700', u: 20, face: 'rear' });
  for (const [n, u] of [1, 10].entries()) {
    const gpu = draft.device(rack, {
      name: `gpu-${n + 1}`,
      type: 'nvidia-dgx-h100',
      u,
      face: 'front',
    });
    draft.cable({
      medium: 'smf',
      fabric: 'compute',
      rail: 0,
      a: [cagePorts(gpu, 'osfp-1')[0]!],
      b: [cagePorts(leaf, `osfp-${n + 1}`)[0]!],
    });
  }
  return draft.build();
}

function findingThat(design: Design, rule: RuleId, says: RegExp): Finding {
  const { findings } = analyse(design);
  const finding = findings.find((each) => each.rule === rule && says.test(each.message));
  if (!finding) throw new Error(findings.map(({ message }) => message).join('\n'));
  return finding;
}

function lineOf(page: Page, finding: Finding): Locator {
  return panel(page, 'findings').getByRole('button', { name: finding.message }).first();
}

async function search(page: Page, words: string): Promise<void> {
  await panel(page, 'findings')
    .getByRole('textbox', { name: say('panels.findings.search') })
    .fill(words);
}

/** Selects something by its name, through the palette. */
async function pick(page: Page, name: string): Promise<void> {
  await drawing(page).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
}

async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = panel(page, 'inspector').getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}
