import { MEDIA } from '../../../shared/catalog/index.ts';
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { linkCount } from '../../../shared/model/design-index.ts';
import type { Cable, CableSide } from '../../../shared/model/records.ts';
import { canCable } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type CablePatch, patchCables } from '../../editor/index.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { ColourField } from '../fields/colour-field.tsx';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Section } from '../parts/section.tsx';
import { useScheme } from '../scheme.ts';
import { useEdit } from '../use-edit.ts';
import { CableEndsSection } from './cable-ends.tsx';
import { CableLength } from './cable-length.tsx';
import { CableTime } from './cable-time.tsx';
import { ReadLine } from './fact-lines.tsx';
import { sharedOrNull, sharedValue } from './shared-value.ts';

interface CableInspectorProps {
  readonly design: Design;
  readonly cables: readonly Cable[];
}

const SIDES: readonly CableSide[] = ['auto', 'left', 'right'];

/** One cable or several: what they are, where they go, and whether they reach. */
export function CableInspector({ design, cables }: CableInspectorProps) {
  const edit = useEdit();
  const set = (patch: CablePatch) =>
    edit((editor) =>
      patchCables(
        editor.state.design,
        cables.map(({ id }) => id),
        patch,
      ),
    );
  const one = cables.length === 1 ? cables[0] : undefined;
  return (
    <>
      <Section title={say('panels.inspector.general')}>
        {one ? (
          <TextField
            id="cable-label"
            label={say('panels.field.label')}
            value={one.label}
            onCommit={(label) => set({ label })}
          />
        ) : null}
        <MediumFields design={design} cables={cables} set={set} />
        <ReadLine label={say('panels.field.links')}>
          {cables.reduce((sum, cable) => sum + linkCount(cable), 0)}
        </ReadLine>
      </Section>
      {one ? <CableEndsSection design={design} cable={one} /> : null}
      <CableLength design={design} cables={cables} set={set} />
      {one ? <CableTime cable={one} /> : null}
      <Section title={say('panels.inspector.marking')}>
        <MarkingFields design={design} cables={cables} set={set} />
      </Section>
    </>
  );
}

interface FieldsProps {
  readonly cables: readonly Cable[];
  readonly set: (patch: CablePatch) => string | null;
}

/** The medium, among those that fit every port the cables end in, and its wire. */
function MediumFields({ design, cables, set }: FieldsProps & { readonly design: Design }) {
  const medium = sharedOrNull(cables, (cable) => cable.medium);
  const fits = [...MEDIA.values()].filter((facts) =>
    cables.every(
      (cable) =>
        cable.medium === facts.id ||
        canCable(design, cable.ends, facts.id, { ignore: cable.id }).allowed,
    ),
  );
  const isCopper = cables.every((cable) => MEDIA.get(cable.medium)?.carrier === 'copper');
  return (
    <>
      <ChoiceField
        id="cable-medium"
        label={say('panels.field.medium')}
        value={medium}
        choices={fits.map((facts) => ({ value: facts.id, label: say(facts.nameKey) }))}
        onCommit={(next) => set({ medium: next })}
      />
      {isCopper ? (
        <QuantityField
          id="cable-awg"
          label={say('panels.field.awg')}
          value={sharedValue(cables, (cable) => cable.awg)}
          dimension="number"
          unit=""
          min={10}
          max={40}
          step={1}
          mayBeUnknown
          onCommit={(awg) => set({ awg })}
        />
      ) : null}
    </>
  );
}

function MarkingFields({ design, cables, set }: FieldsProps & { readonly design: Design }) {
  const scheme = useScheme();
  const colour = sharedValue(cables, (cable) => cable.colour);
  const palette = paletteFor(scheme);
  const colours = cableColours(design, palette);
  const own = sharedOrNull(cables, (cable) => colours.lookOf({ ...cable, colour: null }).colour);
  return (
    <>
      <ColourField
        label={say('panels.field.colour')}
        value={colour === 'mixed' ? null : colour}
        mixed={colour === 'mixed'}
        own={own ?? palette.tokens.textMuted}
        onCommit={(next) => set({ colour: next })}
      />
      <TextField
        id="cable-fabric"
        label={say('panels.field.fabric')}
        value={sharedOrNull(cables, ({ fabric }) => fabric)}
        onCommit={(fabric) => set({ fabric })}
      />
      <QuantityField
        id="cable-rail"
        label={say('panels.field.rail')}
        value={sharedValue(cables, ({ rail }) => rail)}
        dimension="number"
        unit=""
        min={0}
        max={63}
        step={1}
        mayBeUnknown
        unknownText={say('panels.noRail')}
        onCommit={(rail) => set({ rail })}
      />
      <ChoiceField
        id="cable-side"
        label={say('panels.field.side')}
        value={sharedOrNull(cables, ({ side }) => side)}
        choices={SIDES.map((value) => ({ value, label: say(`panels.side.${value}`) }))}
        onCommit={(side) => set({ side })}
      />
      <TextField
        id="cable-notes"
        label={say('panels.field.notes')}
        value={sharedOrNull(cables, ({ notes }) => notes)}
        onCommit={(notes) => set({ notes })}
      />
    </>
  );
}
