import { X } from 'lucide-react';
import { SEVERITIES } from '../../shared/analysis/summary.ts';
import { type FaceCheck, partKey, sayFaceCheck } from '../../shared/faceplate/index.ts';
import { say } from '../../shared/text/index.ts';
import { showParts } from '../editor/index.ts';
import { IconButton } from '../panels/parts/icon-button.tsx';
import { SeverityIcon } from '../panels/parts/severity-icon.tsx';
import { useWorkspace } from '../panels/workspace.ts';
import styles from './checks.module.css';
import { RoomLeft } from './room-left.tsx';
import { useChecks } from './use-checks.ts';

/** More than these are counted, not listed: they come up as those before them are mended. */
const LISTED = 200;

/** The lower panel while a faceplate is open: what is wrong with it, and what there is still room for. */
export function ChecksPanel({ onClose }: { readonly onClose: () => void }) {
  const checks = useChecks();
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: checks.filter((check) => check.severity === severity).length,
  }));
  return (
    <section className={styles.panel} aria-label={say('face.checks.title')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{say('face.checks.title')}</h2>
        {counts.map(({ severity, count }) =>
          count === 0 ? null : (
            <span key={severity} className={styles.count}>
              <SeverityIcon severity={severity} />
              {say(`panels.severity.${severity}.count`, { count })}
            </span>
          ),
        )}
        <span className={styles.gap} />
        <IconButton icon={X} label={say('face.checks.close')} onClick={onClose} />
      </header>
      <div className={styles.body}>
        <div className={styles.list}>
          {checks.length === 0 ? <p className={styles.good}>{say('face.checks.none')}</p> : null}
          <ul>
            {checks.slice(0, LISTED).map((check) => (
              <li key={lineKey(check)}>
                <CheckLine check={check} />
              </li>
            ))}
          </ul>
          {checks.length > LISTED ? (
            <p className={styles.more}>
              {say('face.checks.more', { count: checks.length - LISTED })}
            </p>
          ) : null}
        </div>
        <RoomLeft />
      </div>
    </section>
  );
}

function lineKey({ code, parts, ports, face }: FaceCheck): string {
  return `${code} ${face} ${parts.map(partKey).join(' ')} ${ports.join(' ')}`;
}

/** One check: pressed, its parts are picked, lit and in view. */
function CheckLine({ check }: { readonly check: FaceCheck }) {
  const { editor } = useWorkspace();
  const keys = check.parts.map(partKey);
  return (
    <button
      type="button"
      className={styles.line}
      disabled={keys.length === 0}
      onClick={() => showParts(editor, keys)}
    >
      <SeverityIcon severity={check.severity} />
      <span className={styles.words}>{sayFaceCheck(check)}</span>
      <span className={styles.face}>
        {check.face === null ? '' : say(`panels.face.${check.face}`)}
      </span>
    </button>
  );
}
