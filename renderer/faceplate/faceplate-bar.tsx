import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Check,
  FlipHorizontal2,
  Group,
  Lock,
  type LucideIcon,
  Magnet,
  Ungroup,
} from 'lucide-react';
import { say } from '../../shared/text/index.ts';
import { type CommandId, shownType } from '../editor/index.ts';
import { focusCanvas } from '../panels/focus-canvas.ts';
import { IconButton } from '../panels/parts/icon-button.tsx';
import { useCommand } from '../panels/use-command.ts';
import { useEditorState } from '../panels/workspace.ts';
import styles from './faceplate.module.css';

const ALIGNING: readonly (readonly [CommandId, LucideIcon])[] = [
  ['faceplate.alignLeft', AlignStartVertical],
  ['faceplate.alignCentre', AlignCenterVertical],
  ['faceplate.alignRight', AlignEndVertical],
  ['faceplate.alignTop', AlignStartHorizontal],
  ['faceplate.alignMiddle', AlignCenterHorizontal],
  ['faceplate.alignBottom', AlignEndHorizontal],
  ['faceplate.distributeAcross', AlignHorizontalSpaceBetween],
  ['faceplate.distributeDown', AlignVerticalSpaceBetween],
];
const KEEPING: readonly (readonly [CommandId, LucideIcon])[] = [
  ['faceplate.group', Group],
  ['faceplate.ungroup', Ungroup],
  ['faceplate.lock', Lock],
  ['faceplate.toOtherFace', FlipHorizontal2],
];

/** What the faceplate is of, the way back to the racks, and what one does with parts most. */
export function FaceplateBar() {
  const done = useCommand('faceplate.close');
  const type = useEditorState(({ design, faceplate }) => faceplate && shownType(design, faceplate));
  if (!type) return null;
  return (
    <section className={styles.bar} aria-label={say('face.bar')}>
      <button type="button" className={styles.done} title={done.keys} onClick={done.run}>
        <Check size={16} strokeWidth={2} aria-hidden />
        {say('face.done')}
      </button>
      <span className={styles.title}>
        {say('panels.typeName', { maker: type.manufacturer, model: type.model }).trim()}
      </span>
      <span className={styles.kind}>
        {`${say(`panels.category.${type.category}`)} · ${say('panels.heightU', { units: type.heightU })}`}
      </span>
      <span className={styles.gap} />
      <div className={styles.group} role="group" aria-label={say('face.aligning')}>
        {ALIGNING.map(([id, icon]) => (
          <BarButton key={id} id={id} icon={icon} />
        ))}
      </div>
      <span className={styles.divider} />
      <div className={styles.group} role="group" aria-label={say('face.keeping')}>
        {KEEPING.map(([id, icon]) => (
          <BarButton key={id} id={id} icon={icon} />
        ))}
      </div>
      <span className={styles.divider} />
      <BarButton id="faceplate.snapping" icon={Magnet} />
    </section>
  );
}

function BarButton({ id, icon }: { readonly id: CommandId; readonly icon: LucideIcon }) {
  const { label, keys, disabledReason, checked, run } = useCommand(id);
  return (
    <IconButton
      icon={icon}
      label={label}
      keys={keys}
      disabledReason={disabledReason}
      {...(checked === null ? {} : { pressed: checked })}
      onClick={({ detail }) => {
        run();
        if (detail > 0) requestAnimationFrame(focusCanvas);
      }}
    />
  );
}
