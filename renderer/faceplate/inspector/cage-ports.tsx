import { setPortFields } from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { CageId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { TextField } from '../../panels/fields/text-field.tsx';
import styles from './inspector.module.css';
import type { DrawParts } from './use-draw.ts';

/** More than these are not named one by one. */
const LISTED = 64;

interface CagePortsProps {
  readonly type: DeviceType;
  readonly cageIds: readonly CageId[];
  readonly draw: DrawParts;
}

/** The names of the ports in these openings, one by one, for what follows no pattern. */
export function CagePorts({ type, cageIds, draw }: CagePortsProps) {
  const inside = new Set(cageIds);
  const cages = new Map(type.cages.map((cage) => [cage.id, cage.name]));
  const ports = type.ports.filter(({ cageId }) => cageId !== null && inside.has(cageId));
  if (ports.length === 0) return <p className={styles.hint}>{say('face.ports.none')}</p>;
  return (
    <>
      {ports.slice(0, LISTED).map((port) => (
        <TextField
          key={port.id}
          id={`port-${port.id}`}
          label={say('face.ports.of', { cage: cages.get(port.cageId ?? '') ?? '' })}
          value={port.name}
          required
          onCommit={(name) =>
            draw('editor.label.changePorts', 1, (now) => setPortFields(now, [port.id], { name }))
          }
        />
      ))}
      {ports.length > LISTED ? (
        <p className={styles.hint}>{say('face.ports.more', { count: ports.length - LISTED })}</p>
      ) : null}
    </>
  );
}
