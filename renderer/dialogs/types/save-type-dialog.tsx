import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { copyOf } from '../../../shared/library/same-type.ts';
import { typeDifference } from '../../../shared/library/type-difference.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import type { SavingQuestion } from '../../panels/workspace.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import dialog from '../dialogs.module.css';
import { ChoiceList } from './choice-list.tsx';
import { DifferenceList } from './difference-list.tsx';
import styles from './types.module.css';

interface SaveTypeDialogProps {
  readonly question: SavingQuestion;
  readonly ownTypes: readonly DeviceType[];
  readonly onClose: () => void;
  readonly onSave: (type: DeviceType) => void;
}

type Choice = 'replace' | 'new';

/** My Library has a type of this name that says something else: which of them is it to be? */
export function SaveTypeDialog({
  question: { type, there },
  ownTypes,
  onClose,
  onSave,
}: SaveTypeDialogProps) {
  const [choice, setChoice] = useState<Choice>('new');
  const [name, setName] = useState(() => copyOf(type, ownTypes).model);
  const difference = useMemo(() => typeDifference(there, type), [there, type]);
  return (
    <DialogFrame
      title={say('library.saving.heading', { model: type.model })}
      width={680}
      onClose={onClose}
      action={{
        label: say(`library.saving.act.${choice}`),
        disabled: choice === 'new' && name.trim() === '',
        run: () =>
          onSave(
            choice === 'replace' ? { ...type, id: there.id } : copyOf(type, ownTypes, name.trim()),
          ),
      }}
    >
      <p className={dialog.text}>{say('library.saving.what', { model: there.model })}</p>
      <DifferenceList
        difference={difference}
        before={say('library.side.own')}
        after={say('library.saving.side')}
      />
      <ChoiceList
        label={say('library.choose.title')}
        value={choice}
        choices={(['new', 'replace'] as const).map((id) => ({
          id,
          label: say(`library.saving.${id}`),
          hint: say(`library.saving.${id}Hint`),
        }))}
        onChange={setChoice}
      />
      {choice === 'new' ? (
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
