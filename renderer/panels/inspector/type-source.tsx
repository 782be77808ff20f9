import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { useOtherType } from '../library/use-other-type.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** Tells where My Library or the catalogue says something else of the type, and leads to the difference. */
export function TypeSource({ type }: { readonly type: DeviceType }) {
  const { askDifference } = useWorkspace();
  const other = useOtherType(type);
  if (other === null) return null;
  return (
    <div className={styles.hint}>
      {say('library.inspector.differs', { source: say(`library.from.${other.source}`) })}
      <button
        type="button"
        className={styles.only}
        onClick={() => askDifference({ mine: type, other })}
      >
        {say('library.card.difference')}
      </button>
    </div>
  );
}
