import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { lengthOfCable } from '../../../shared/analysis/length-of-cable.ts';
import { reachMargin } from '../../../shared/analysis/reach-margin.ts';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import type { CableRow } from '../../../shared/analysis/types.ts';
import { bandText, withUnit } from '../../../shared/analysis/value-text.ts';
import { signedMetres } from '../../../shared/drawing/overlays/cable-reach.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type CablePatch, keepLengths, patchCables } from '../../editor/index.ts';
import { QuantityField } from '../fields/quantity-field.tsx';
import { amountText, numberText, shareText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine, SumLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { sharedValue, sumKnown } from './shared-value.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface CableLengthProps {
  readonly design: Design;
  readonly cables: readonly Cable[];
  readonly set: (patch: CablePatch) => string | null;
}

/** The length entered or estimated, the way it comes from, and whether the medium reaches so far. */
export function CableLength({ design, cables, set }: CableLengthProps) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const [one] = cables.length === 1 ? cables : [];
  const row = useMemo(
    () => (one ? rowsOf(analysis?.cables ?? [], ({ id }) => id, new Set([one.id]))[0] : undefined),
    [analysis, one],
  );
  const estimate = row?.stockM ?? row?.roundedM ?? null;
  return (
    <Section title={say('panels.inspector.length')}>
      <QuantityField
        id="cable-length"
        label={say('panels.field.lengthM')}
        value={sharedValue(cables, ({ lengthM }) => lengthM)}
        dimension="distance"
        unit="m"
        min={0.05}
        max={10_000}
        step={0.5}
        mayBeUnknown
        unknownText={
          estimate === null
            ? say('panels.length.estimated')
            : say('panels.length.estimate', { metres: estimate })
        }
        onCommit={(lengthM) => set({ lengthM })}
      />
      {one ? <LengthInParts design={design} cable={one} set={set} /> : null}
      {row ? <Reach row={row} /> : null}
      {one ? null : <CableSums cables={cables} />}
    </Section>
  );
}

interface OfCableProps {
  readonly design: Design;
  readonly cable: Cable;
  readonly set: CableLengthProps['set'];
}

/** How the length to order comes about: the way by its parts, what is added, and what can be bought. */
function LengthInParts({ design, cable, set }: OfCableProps) {
  const found = useMemo(() => lengthOfCable(design, cable), [design, cable]);
  if (!found) return null;
  const { route, length, ladder, requiredLowM, requiredHighM, stale } = found;
  const { roundingM } = design.settings.cabling;
  const needs = { low: requiredLowM, nominal: length.requiredM, high: requiredHighM };
  return (
    <>
      {stale ? <StaleLength cable={cable} pathMm={route.pathMm} /> : null}
      <StockLengths cable={cable} ladder={ladder} set={set} />
      <ReadLine label={say('panels.length.path')}>{amountText(length.pathM, 'm')}</ReadLine>
      <ol className={styles.parts}>
        {route.parts.map(({ part, lengthMm }, index) => (
          // The parts of a way have no name of their own, and never change places.
          <li key={index}>
            <span>{say(`panels.routePart.${part}`)}</span>
            <span>{withUnit((lengthMm / 1000).toFixed(2), 'm')}</span>
          </li>
        ))}
      </ol>
      <ReadLine label={say('panels.length.slack')}>
        {say('panels.length.bothEnds', { each: amountText(length.slackM / 2, 'm') })}
      </ReadLine>
      <ReadLine label={say('panels.length.dressing')}>{amountText(length.marginM, 'm')}</ReadLine>
      <ReadLine label={say('panels.length.required')}>{bandText(needs, 'm')}</ReadLine>
      {roundingM === null ? null : (
        <ReadLine label={say('panels.length.rounded')}>{amountText(length.roundedM, 'm')}</ReadLine>
      )}
      <ReadLine label={say('panels.length.stockLength')}>
        {length.stockM === null ? (
          <span className={styles.lacking}>{say('panels.length.noStock')}</span>
        ) : (
          amountText(length.stockM, 'm')
        )}
      </ReadLine>
      {route.turnedIn.map((id) => (
        <p key={id} className={styles.hint}>
          {say('panels.length.turned', { rack: design.racks.get(id)?.name ?? id })}
        </p>
      ))}
      {route.assumed.map((key) => (
        <p key={key} className={styles.hint}>
          {say(key)}
        </p>
      ))}
    </>
  );
}

/** The length was entered for another way: by how much that differs, and what one may do about it. */
function StaleLength({ cable, pathMm }: { readonly cable: Cable; readonly pathMm: number }) {
  const edit = useEdit();
  const was = amountText((cable.lengthForMm ?? 0) / 1000, 'm');
  return (
    <div className={styles.stale} role="status">
      <p>
        <TriangleAlert size={13} aria-hidden />
        {say('panels.length.stale', { was, now: amountText(pathMm / 1000, 'm') })}
      </p>
      <div className={styles.staleActs}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            edit(({ state }) => patchCables(state.design, [cable.id], { lengthM: null }))
          }
        >
          {say('panels.length.takeEstimate')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => edit(({ state }) => keepLengths(state.design, [cable.id]))}
        >
          {say('panels.length.keep')}
        </Button>
      </div>
    </div>
  );
}

/** Lengths that can be bought, as buttons. */
function StockLengths({
  cable,
  ladder,
  set,
}: Omit<OfCableProps, 'design'> & { readonly ladder: readonly number[] }) {
  const lengths = ladder.slice(0, 12);
  if (lengths.length === 0) return null;
  return (
    <div className={styles.stock} role="group" aria-label={say('panels.length.stock')}>
      {lengths.map((metres) => (
        <button
          key={metres}
          type="button"
          className={styles.stockLength}
          aria-pressed={cable.lengthM === metres}
          onClick={() => set({ lengthM: cable.lengthM === metres ? null : metres })}
        >
          {metres}
        </button>
      ))}
    </div>
  );
}

function Reach({ row }: { readonly row: CableRow }) {
  const margin = reachMargin(row);
  return (
    <>
      <ReadLine label={say('panels.length.reach')}>
        {say('panels.length.reaches', {
          standard: amountText(row.reachStandardM, 'm'),
          product: amountText(row.reachProductM, 'm'),
        })}
      </ReadLine>
      <ReadLine label={say('panels.length.margin')}>
        {margin === null ? (
          <span className={styles.lacking}>{say('panels.unknown')}</span>
        ) : (
          say('panels.length.spare', {
            spare: signedMetres(margin.spareM),
            share: shareText(margin.spareM / margin.limitM),
          })
        )}
      </ReadLine>
      <ReadLine label={say('panels.length.verdict')}>
        <VerdictMark verdict={row.verdict} />
      </ReadLine>
      <ReadLine label={say('panels.length.diameter')}>{amountText(row.odMm, 'mm')}</ReadLine>
      <ReadLine label={say('panels.length.weight')}>{amountText(row.weightKg, 'kg')}</ReadLine>
    </>
  );
}

/** What the cable has to spare that has the least of it; of as many as there are in a large hall. */
function leastSpareM(rows: readonly CableRow[]): number | null {
  let least: number | null = null;
  for (const row of rows) {
    const spareM = reachMargin(row)?.spareM;
    if (spareM !== undefined && spareM < (least ?? Number.POSITIVE_INFINITY)) least = spareM;
  }
  return least;
}

const VERDICTS = ['over', 'vendor-only', 'unknown', 'ok'] as const;

/** Several cables: how many stand how, how long and how heavy they are together, and which has least to spare. */
function CableSums({ cables }: { readonly cables: readonly Cable[] }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(() => {
    const ids = new Set(cables.map(({ id }) => id));
    return rowsOf(analysis?.cables ?? [], ({ id }) => id, ids);
  }, [analysis, cables]);
  if (rows.length === 0) return null;
  const least = leastSpareM(rows);
  return (
    <>
      {VERDICTS.map((verdict) => {
        const count = rows.filter((row) => row.verdict === verdict).length;
        return count === 0 ? null : (
          <ReadLine key={verdict} label={numberText(count)}>
            <VerdictMark verdict={verdict} />
          </ReadLine>
        );
      })}
      {least === null ? null : (
        <ReadLine label={say('panels.worst.spare')}>{signedMetres(least)}</ReadLine>
      )}
      <SumLine
        label={say('panels.length.together')}
        of="cables"
        total={sumKnown(rows.map(({ lengthM }) => lengthM))}
        text={(metres) => amountText(metres, 'm')}
      />
      <SumLine
        label={say('panels.length.weight')}
        of="cables"
        total={sumKnown(rows.map(({ weightKg }) => weightKg))}
        text={(kg) => amountText(kg, 'kg')}
      />
    </>
  );
}
