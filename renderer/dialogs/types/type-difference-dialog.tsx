import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { copyOf, freeTypeId } from '../../../shared/library/same-type.ts';
import { typeDifference } from '../../../shared/library/type-difference.ts';
import {
  planTypeUpdate,
  type UpdateAnswer,
  updateType,
  type VanishingChoice,
} from '../../../shared/library/update-type.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { PortId } from '../../../shared/model/ids.ts';
import type { Picture } from '../../../shared/model/records.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { DifferenceQuestion } from '../../panels/workspace.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import dialog from '../dialogs.module.css';
import { ChoiceList } from './choice-list.tsx';
import { DifferenceList } from './difference-list.tsx';
import styles from './types.module.css';
import { VanishingPorts } from './vanishing-ports.tsx';

/** What became of the question. */
export type DifferenceDecision =
  | { readonly decision: 'keep' }
  | { readonly decision: 'update'; readonly answer: Extract<UpdateAnswer, { ok: true }> }
  | { readonly decision: 'separate'; readonly type: DeviceType }
  | { readonly decision: 'save-new'; readonly type: DeviceType };

interface TypeDifferenceDialogProps {
  readonly question: DifferenceQuestion;
  readonly design: Design;
  readonly ownTypes: readonly DeviceType[];
  /** What the other type is traced from. */
  readonly pictures: readonly Picture[];
  /** Why the design cannot be changed; null when it can. */
  readonly readOnly: string | null;
  readonly onClose: () => void;
  readonly onDecide: (decision: DifferenceDecision) => void;
}

type Choice = DifferenceDecision['decision'];

/** How the design's type differs from another source's, and what is to become of it. */
export function TypeDifferenceDialog({
  question: { mine, other, place },
  design,
  ownTypes,
  pictures,
  readOnly,
  onClose,
  onDecide,
}: TypeDifferenceDialogProps) {
  const [choice, setChoice] = useState<Choice>('keep');
  const [name, setName] = useState(() => copyOf(mine, ownTypes).model);
  const [choices, setChoices] = useState<ReadonlyMap<PortId, VanishingChoice>>(new Map());
  const difference = useMemo(() => typeDifference(mine, other.type), [mine, other]);
  const plan = useMemo(() => planTypeUpdate(design, mine.id, other.type), [design, mine, other]);
  const answer = useMemo(
    () => updateType(design, plan, choices, pictures),
    [design, plan, choices, pictures],
  );
  const source = say(`library.from.${other.source}`);
  const placing = place !== undefined;
  const devices = plan.devices.length;

  function act(): void {
    switch (choice) {
      case 'keep':
        onDecide({ decision: 'keep' });
        break;
      case 'update':
        if (answer.ok) onDecide({ decision: 'update', answer });
        break;
      case 'separate': {
        const id = freeTypeId(design.deviceTypes, other.type.id);
        onDecide({ decision: 'separate', type: { ...other.type, id } });
        break;
      }
      case 'save-new':
        onDecide({ decision: 'save-new', type: copyOf(mine, ownTypes, name.trim()) });
        break;
      default:
        choice satisfies never;
    }
  }
  const hints: Readonly<Record<Choice, string>> = {
    keep: say(placing ? 'library.choose.keepPlacingHint' : 'library.choose.keepHint'),
    update: say(
      plan.vanishing.length > 0 ? 'library.choose.updateHintCables' : 'library.choose.updateHint',
      { devices },
    ),
    separate: say('library.choose.separateHint'),
    'save-new': say('library.choose.saveNewHint'),
  };
  const offered: readonly Choice[] = [
    'keep',
    ...(readOnly === null ? (['update'] as const) : []),
    placing ? 'separate' : 'save-new',
  ];
  const wrongName = choice === 'save-new' && name.trim() === '';
  const stuck = choice === 'update' && !answer.ok;
  /** Where cables still have to be led elsewhere, their list says so itself. */
  const waiting = plan.vanishing.some(({ port }) => !choices.has(port.id));
  return (
    <DialogFrame
      title={say('library.difference.heading', { model: mine.model })}
      width={680}
      onClose={onClose}
      action={{
        label: say(`library.choose.act.${placing ? 'placing' : 'looking'}.${choice}`, { devices }),
        disabled: stuck || wrongName,
        run: act,
      }}
    >
      <p className={dialog.text}>{say('library.difference.what', { source })}</p>
      <DifferenceList
        difference={difference}
        before={say('library.side.design')}
        after={say(`library.side.${other.source}`)}
      />
      <ChoiceList
        label={say('library.choose.title')}
        value={choice}
        choices={offered.map((id) => ({
          id,
          label: say(`library.choose.${placing ? 'placing' : 'looking'}.${id}`, {
            source,
            devices,
          }),
          hint: hints[id],
        }))}
        onChange={setChoice}
      />
      {choice === 'update' && plan.vanishing.length > 0 ? (
        <VanishingPorts
          plan={plan}
          choices={choices}
          onChoose={(chosen) => setChoices(new Map([...choices, ...chosen]))}
        />
      ) : null}
      {stuck && !waiting ? (
        <p className={styles.objection} role="alert">
          {answer.ok ? null : sayReason(answer.reason)}
        </p>
      ) : null}
      {choice === 'save-new' ? (
        <TextInput
          className={styles.name ?? ''}
          label={say('library.choose.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : null}
    </DialogFrame>
  );
}
