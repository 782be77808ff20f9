import { Select } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { mediumName } from '../../../shared/catalog/index.ts';
import type { CableId } from '../../../shared/model/ids.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { canCable } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type CablePatch, patchCables } from '../../editor/index.ts';
import { QuantityInput } from '../fields/quantity-field.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEdit } from '../use-edit.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './canvas-notes.module.css';

/**
 * What a cable is made of, right after it was plugged in. It takes nothing away: the next cable can be drawn
 * at once, and the inspector has the same fields.
 */
export function CableCard() {
  const { editor } = useWorkspace();
  const [made, setMade] = useState<CableId | null>(null);
  const cable = useEditorState((state) =>
    made === null ? undefined : state.design.cables.get(made),
  );
  useEffect(
    () =>
      editor.onDesignChange(({ diff, source }) => {
        const [only, ...others] = diff.added;
        const isNewCable = source === 'edit' && only?.kind === 'cable' && others.length === 0;
        if (isNewCable) setMade(only.id);
        else if (diff.updated.length === 0) setMade(null);
      }),
    [editor],
  );
  const selected = useEditorState((state) => made !== null && state.selection.cables.has(made));
  if (!cable || !selected) return null;
  return <CableFields key={cable.id} cable={cable} onClose={() => setMade(null)} />;
}

function CableFields({ cable, onClose }: { readonly cable: Cable; readonly onClose: () => void }) {
  const design = useEditorState((state) => state.design);
  const edit = useEdit();
  const set = (patch: CablePatch): string | null =>
    edit((editor) => patchCables(editor.state.design, [cable.id], patch));
  const fits = MEDIUM_IDS.filter(
    (medium) =>
      medium === cable.medium || canCable(design, cable.ends, medium, { ignore: cable.id }).allowed,
  );
  return (
    <section className={styles.card} aria-label={say('panels.cableCard.title')}>
      <strong className={styles.cardTitle}>{cable.label}</strong>
      <Select<MediumId>
        size="xs"
        className={styles.cardMedium ?? ''}
        aria-label={say('panels.field.medium')}
        value={cable.medium}
        data={fits.map((medium) => ({ value: medium, label: mediumName(medium) }))}
        onChange={(medium) => {
          if (medium !== null) set({ medium });
        }}
      />
      <div className={styles.cardLength}>
        <QuantityInput
          id="new-cable-length"
          value={cable.lengthM}
          dimension="distance"
          unit="m"
          min={0.05}
          max={10_000}
          step={0.5}
          mayBeUnknown
          unknownText={say('panels.cableCard.estimate')}
          onCommit={(lengthM) => set({ lengthM })}
        />
      </div>
      <IconButton icon={X} label={say('panels.cableCard.dismiss')} onClick={onClose} />
    </section>
  );
}
