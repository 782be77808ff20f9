import { ladderText, parseLadder } from '../../../shared/analysis/ladder-text.ts';
import { MEDIA, mediumFacts, stockLengthsM } from '../../../shared/catalog/index.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { CablingRules, DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { SettingsPatch } from '../../editor/index.ts';
import { QuantityField } from '../fields/quantity-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { amountText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import styles from './inspector.module.css';

interface LengthRulesProps {
  readonly settings: DesignSettings;
  readonly set: (patch: SettingsPatch) => string | null;
}

/** How a way becomes a length to order: slack, rounding, and what can be bought of each medium. */
export function LengthRulesSection({ settings: { cabling }, set }: LengthRulesProps) {
  const change = (patch: Partial<CablingRules>) => set({ cabling: { ...cabling, ...patch } });
  const isUsual =
    cabling.slackPerEndM === null && cabling.roundingM === null && cabling.ladders.length === 0;
  return (
    <Section title={say('panels.inspector.lengthRules')} startsClosed={isUsual}>
      <p className={styles.hint}>{say('panels.lengthRules.hint')}</p>
      <QuantityField
        id="design-slack"
        label={say('panels.lengthRules.slack')}
        value={cabling.slackPerEndM}
        dimension="distance"
        unit="m"
        min={0}
        max={100}
        step={0.05}
        mayBeUnknown
        unknownText={usualSlack()}
        onCommit={(slackPerEndM) => change({ slackPerEndM })}
      />
      <QuantityField
        id="design-rounding"
        label={say('panels.lengthRules.rounding')}
        value={cabling.roundingM}
        dimension="distance"
        unit="m"
        min={0.001}
        max={100}
        step={0.05}
        mayBeUnknown
        unknownText={say('panels.lengthRules.noRounding')}
        onCommit={(roundingM) => change({ roundingM })}
      />
      <p className={styles.caption}>{say('panels.lengthRules.ladders')}</p>
      {[...MEDIA.keys()].map((medium) => (
        <LadderField
          key={medium}
          medium={medium}
          cabling={cabling}
          onCommit={(ladders) => change({ ladders })}
        />
      ))}
    </Section>
  );
}

/** What the media leave at each end of their own: "0.15 to 0.3 m". */
function usualSlack(): string {
  const slacks = [...MEDIA.values()].map(({ slackPerEndM }) => slackPerEndM.value);
  return say('panels.lengthRules.usualSlack', {
    from: Math.min(...slacks),
    to: amountText(Math.max(...slacks), 'm'),
  });
}

interface LadderFieldProps {
  readonly medium: MediumId;
  readonly cabling: CablingRules;
  readonly onCommit: (ladders: CablingRules['ladders']) => string | null;
}

/** The lengths of one medium; an empty field takes the catalogue's. */
function LadderField({ medium, cabling: { ladders }, onCommit }: LadderFieldProps) {
  const own = ladders.find((ladder) => ladder.medium === medium);
  const others = ladders.filter((ladder) => ladder !== own);
  return (
    <TextField
      id={`design-ladder-${medium}`}
      label={say(`${mediumFacts(medium).nameKey}.short`)}
      value={ladderText(own?.lengthsM ?? [])}
      placeholder={ladderText(stockLengthsM(medium, null))}
      onCommit={(text) => {
        const read = parseLadder(text);
        if (!read.ok) return say('panels.lengthRules.noLength', { word: read.word });
        const { lengthsM } = read;
        return onCommit(lengthsM.length === 0 ? others : [...others, { medium, lengthsM }]);
      }}
    />
  );
}
