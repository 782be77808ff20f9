import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { paletteFor, usualFabricColour } from '../../../shared/drawing/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { ColourField } from '../../panels/fields/colour-field.tsx';
import { useScheme } from '../../panels/scheme.ts';
import styles from './naming.module.css';
import type { Naming } from './naming.ts';

interface ColourFieldsProps {
  readonly design: Design;
  readonly naming: Naming;
  readonly set: (change: Partial<Naming>) => void;
}

const BY = ['medium', 'fabric', 'rail'] as const;

/** What gives a cable its colour where it has none of its own; fabrics may have one that a person chose. */
export function ColourFields({ design, naming, set }: ColourFieldsProps) {
  const palette = paletteFor(useScheme());
  const inUse = useMemo(() => fabricsInUse(design), [design]);
  const fabrics = useMemo(() => fabricsOf(design, naming), [design, naming]);
  const colourOf = (fabric: string): string | null =>
    naming.fabricColours.find((each) => each.fabric === fabric)?.colour ?? null;
  function paint(fabric: string, colour: string | null): void {
    const others = naming.fabricColours.filter((each) => each.fabric !== fabric);
    const own = colour === null ? [] : [{ fabric, colour }];
    set({ fabricColours: [...others, ...own].toSorted((a, b) => (a.fabric < b.fabric ? -1 : 1)) });
  }
  return (
    <fieldset className={styles.template}>
      <legend className={styles.heading}>{say('app.naming.colours')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={say('app.naming.colours')}
        value={naming.colourBy}
        data={BY.map((value) => ({ value, label: say(`app.naming.colourBy.${value}`) }))}
        onChange={(colourBy) => set({ colourBy })}
      />
      {naming.colourBy === 'fabric' && fabrics.length === 0 ? (
        <p className={styles.hint}>{say('app.naming.noFabrics')}</p>
      ) : null}
      {naming.colourBy === 'fabric' ? (
        <div className={styles.fabrics}>
          {fabrics.map((fabric) => (
            <ColourField
              key={fabric}
              label={fabric}
              value={colourOf(fabric)}
              mixed={false}
              own={usualFabricColour(palette, inUse, fabric)}
              onCommit={(colour) => paint(fabric, colour)}
            />
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}

/** Fabrics that cables are of, and those that have a colour. */
function fabricsOf(design: Design, { fabricColours }: Naming): readonly string[] {
  const names = fabricColours.map(({ fabric }) => fabric);
  return [...new Set([...names, ...fabricsInUse(design)])].toSorted();
}

function fabricsInUse({ cables }: Design): readonly string[] {
  const names = new Set(Array.from(cables.values(), ({ fabric }) => fabric));
  return [...names].filter((name) => name !== '');
}
