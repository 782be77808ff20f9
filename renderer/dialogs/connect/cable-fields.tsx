import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { mediumFacts, mediumName } from '../../../shared/catalog/index.ts';
import { CABLE_SHAPES, shapeId, shapeName } from '../../../shared/connect/cable-shape.ts';
import { paletteFor } from '../../../shared/drawing/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { ColourField } from '../../panels/fields/colour-field.tsx';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import { useScheme } from '../../panels/scheme.ts';
import styles from './connect.module.css';
import type { ConnectDraft, DraftError } from './connect-draft.ts';

interface CableFieldsProps {
  readonly design: Design;
  readonly draft: ConnectDraft;
  readonly error: DraftError | null;
  readonly set: (change: Partial<ConnectDraft>) => void;
}

const AUTO = 'auto';
const STATES: readonly Cable['status'][] = ['planned', 'connected', 'decommissioning'];

/** What the cables are. */
export function CableFields({ design, draft, error, set }: CableFieldsProps) {
  const { fabrics, bundles } = useMemo(() => namesIn(design), [design]);
  const { tokens } = paletteFor(useScheme());
  const isCopper = draft.medium !== null && mediumFacts(draft.medium).carrier === 'copper';
  return (
    <div className={styles.fields}>
      <Select
        label={say('app.connect.shape')}
        value={shapeId(draft.shape)}
        data={CABLE_SHAPES.map((shape) => ({ value: shapeId(shape), label: shapeName(shape) }))}
        onChange={(id) => {
          const shape = CABLE_SHAPES.find((each) => shapeId(each) === id);
          if (shape) set({ shape });
        }}
      />
      <Select<MediumId | typeof AUTO>
        label={say('panels.field.medium')}
        value={draft.medium ?? AUTO}
        data={[
          { value: AUTO, label: say('app.connect.auto') },
          ...MEDIUM_IDS.map((value) => ({ value, label: mediumName(value) })),
        ]}
        onChange={(medium) => set({ medium: medium === AUTO ? null : medium })}
      />
      <Autocomplete
        label={say('panels.field.fabric')}
        value={draft.fabric}
        data={fabrics}
        comboboxProps={{ portalProps: { target: 'main' } }}
        onChange={(fabric) => set({ fabric })}
      />
      <TextInput
        label={say('panels.field.rail')}
        classNames={{ input: styles.code ?? '' }}
        value={draft.rail}
        placeholder={say('app.connect.railExample')}
        error={error?.field === 'rail' ? error.text : null}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => set({ rail: currentTarget.value })}
      />
      <Select<Cable['status']>
        label={say('app.connect.status')}
        value={draft.status}
        data={STATES.map((value) => ({ value, label: say(`app.connect.status.${value}`) }))}
        onChange={(status) => {
          if (status !== null) set({ status });
        }}
      />
      <Autocomplete
        label={say('app.connect.bundle')}
        value={draft.bundle}
        data={bundles}
        comboboxProps={{ portalProps: { target: 'main' } }}
        onChange={(bundle) => set({ bundle })}
      />
      <TextInput
        label={say('app.connect.part')}
        value={draft.part}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => set({ part: currentTarget.value })}
      />
      {isCopper ? (
        <QuantityInput
          id="connect-awg"
          label={say('panels.field.awg')}
          size="sm"
          value={draft.awg}
          dimension="number"
          unit=""
          min={10}
          max={40}
          step={1}
          mayBeUnknown
          onCommit={(awg) => {
            set({ awg });
            return null;
          }}
        />
      ) : null}
      <div className={styles.wide}>
        <ColourField
          label={say('panels.field.colour')}
          value={draft.colour}
          mixed={false}
          own={draft.medium === null ? tokens.textMuted : tokens.cable[draft.medium]}
          onCommit={(colour) => set({ colour })}
        />
      </div>
    </div>
  );
}

/** What cables of the design are called together already. */
function namesIn({ cables }: Design): { fabrics: string[]; bundles: string[] } {
  const [fabrics, bundles] = [new Set<string>(), new Set<string>()];
  for (const { fabric, bundle } of cables.values()) {
    fabrics.add(fabric);
    bundles.add(bundle);
  }
  const sorted = (names: ReadonlySet<string>): string[] =>
    [...names].filter((name) => name !== '').toSorted();
  return { fabrics: sorted(fabrics), bundles: sorted(bundles) };
}
