import { X } from 'lucide-react';
import { useDeferredValue } from 'react';
import { say } from '../../../shared/text/index.ts';
import { pickedParts } from '../../editor/index.ts';
import { FaceplateTable } from '../../panels/inspector/faceplate-table.tsx';
import { IconButton } from '../../panels/parts/icon-button.tsx';
import { PanelHeader } from '../../panels/parts/panel-header.tsx';
import { useEditorState } from '../../panels/workspace.ts';
import { BackdropsSection } from '../backdrop/backdrops-section.tsx';
import { partName } from '../part-text.ts';
import styles from './inspector.module.css';
import { PartsFields } from './parts-fields.tsx';
import { TypeFields } from './type-fields.tsx';

/** The right panel while a faceplate is open: what is picked, as fields; the type itself while nothing is. */
export function FaceplateInspector({ onClose }: { readonly onClose: () => void }) {
  const design = useEditorState((state) => state.design);
  const faceplate = useDeferredValue(useEditorState((state) => state.faceplate));
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  if (!type) return null;
  const parts = pickedParts(type, faceplate.selected);
  const [first] = parts;
  const title = first
    ? say('face.inspector.parts', { count: parts.length })
    : say('face.inspector.type');
  const detail = first && parts.length === 1 ? partName(first) : type.model;
  // Another selection is another panel: a draft in a field must not be committed to what is picked next.
  const key = parts.map(({ ref }) => `${ref.part}:${ref.id}`).join();
  return (
    <section className={styles.panel} aria-label={say('panels.inspector.title')}>
      <PanelHeader title={title} detail={detail}>
        <IconButton icon={X} label={say('panels.inspector.close')} onClick={onClose} />
      </PanelHeader>
      <div className={styles.scroller}>
        {first ? (
          <PartsFields key={key} type={type} parts={parts} />
        ) : (
          <>
            <TypeFields key={type.id} type={type} />
            <BackdropsSection type={type} />
            <FaceplateTable type={type} />
          </>
        )}
      </div>
    </section>
  );
}
