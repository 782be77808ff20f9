/** The dialogs about types of one name that differ, tied to the open design and to My Library. */
import { useEffect, useState } from 'react';
import type { Picture } from '../../shared/model/records.ts';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { SaveTypeDialog } from '../dialogs/types/save-type-dialog.tsx';
import {
  type DifferenceDecision,
  TypeDifferenceDialog,
} from '../dialogs/types/type-difference-dialog.tsx';
import { bringPictures, takeOverType } from '../editor/index.ts';
import { useLive } from '../panels/use-live.ts';
import {
  type DifferenceQuestion,
  type SavingQuestion,
  useEditorState,
} from '../panels/workspace.ts';
import type { OpenDesign } from './open-design.ts';
import type { PlenumWindow } from './plenum-window.ts';

interface OpenProps<Question> {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
  readonly question: Question;
}

export function OpenDifference({ window, open, question }: OpenProps<DifferenceQuestion>) {
  const { editor } = open;
  const { library, dialog } = window;
  const { types } = useLive(library);
  const design = useEditorState((state) => state.design);
  const readOnly = useEditorState((state) => state.readOnly);
  const { mine, other, place } = question;
  const pictures = usePictures(window, question);
  // Undo, or another hand, may have taken the type away in the meantime.
  if (!design.deviceTypes.has(mine.id)) return null;

  function decide(decision: DifferenceDecision): void {
    dialog.set(null);
    switch (decision.decision) {
      case 'keep':
        place?.(mine);
        break;
      case 'update': {
        const { updated, kept } = decision.answer;
        if (!editor.perform(takeOverType(mine, decision.answer))) return;
        editor.notify('info', say('library.updated', { model: mine.model, updated, kept }));
        place?.({ ...other.type, id: mine.id });
        break;
      }
      case 'separate':
        bringPictures(decision.type, pictures);
        place?.(decision.type);
        break;
      case 'save-new':
        void library.save([decision.type], picturesHere(open, mine.backdrops)).then((done) => {
          if (done) editor.notify('info', say('library.saved', { model: decision.type.model }));
        });
        break;
      default:
        decision satisfies never;
    }
  }
  return (
    <TypeDifferenceDialog
      question={question}
      design={design}
      ownTypes={types}
      pictures={pictures}
      readOnly={readOnly && sayReason(readOnly)}
      onClose={() => dialog.set(null)}
      onDecide={decide}
    />
  );
}

/** The pictures that the other type is traced from: they come into the design with it. */
function usePictures({ library }: PlenumWindow, { other }: DifferenceQuestion): readonly Picture[] {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  useEffect(() => {
    if (other.source !== 'own' || other.type.backdrops.length === 0) return undefined;
    let stale = false;
    void library.pictures(other.type.backdrops.map(({ pictureId }) => pictureId)).then((found) => {
      if (!stale) setPictures(found);
    });
    return () => {
      stale = true;
    };
  }, [library, other]);
  return pictures;
}

function picturesHere(
  { editor }: OpenDesign,
  backdrops: DifferenceQuestion['mine']['backdrops'],
): readonly Picture[] {
  const { pictures } = editor.state.design;
  return backdrops.flatMap(({ pictureId }) => pictures.get(pictureId) ?? []);
}

export function OpenSaving({ window, open, question }: OpenProps<SavingQuestion>) {
  const { library, dialog } = window;
  const { types } = useLive(library);
  return (
    <SaveTypeDialog
      question={question}
      ownTypes={types}
      onClose={() => dialog.set(null)}
      onSave={(type) => {
        dialog.set(null);
        void library.save([type], question.pictures).then((done) => {
          if (done) open.editor.notify('info', say('library.saved', { model: type.model }));
        });
      }}
    />
  );
}
