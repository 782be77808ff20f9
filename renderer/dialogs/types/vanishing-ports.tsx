import { Select } from '@mantine/core';
import type {
  TypeUpdate,
  VanishingChoice,
  VanishingPort,
} from '../../../shared/library/update-type.ts';
import type { PortId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import dialog from '../dialogs.module.css';
import styles from './types.module.css';

interface VanishingPortsProps {
  readonly plan: TypeUpdate;
  readonly choices: ReadonlyMap<PortId, VanishingChoice>;
  readonly onChoose: (chosen: ReadonlyMap<PortId, VanishingChoice>) => void;
}

const KEEP = 'keep-devices';
const SHOWN_CABLES = 8;

/** The cables that would hang loose, and for each port where they go. */
export function VanishingPorts({ plan, choices, onChoose }: VanishingPortsProps) {
  const cables = new Set(
    plan.vanishing.flatMap(({ plugged }) => plugged.map(({ cable }) => cable.id)),
  );
  return (
    <section className={styles.vanishing} aria-label={say('library.vanishing.title')}>
      <div className={styles.vanishingTitle}>
        <p>
          {say('library.vanishing.what', { ports: plan.vanishing.length, cables: cables.size })}
        </p>
        {plan.vanishing.length > 1 ? (
          <button
            type="button"
            className={dialog.textButton}
            onClick={() => onChoose(new Map(plan.vanishing.map(({ port }) => [port.id, KEEP])))}
          >
            {say('library.vanishing.keepAll')}
          </button>
        ) : null}
      </div>
      <ul className={styles.vanishingList}>
        {plan.vanishing.map((vanishing) => {
          const { port } = vanishing;
          const choice = choices.get(port.id);
          return (
            <li key={port.id}>
              <div className={styles.vanishingPort}>
                <div className={styles.portName}>{port.name}</div>
                <div className={styles.cables}>{cablesText(vanishing)}</div>
              </div>
              <Select
                size="xs"
                className={styles.where ?? ''}
                aria-label={say('library.vanishing.where', { port: port.name })}
                placeholder={say('library.vanishing.choose')}
                value={choice === undefined ? null : choice === KEEP ? KEEP : choice.to}
                data={[
                  { value: KEEP, label: say('library.vanishing.keep') },
                  ...plan.free
                    .filter(({ kind }) => kind === port.kind)
                    .map(({ id, name }) => ({
                      value: id,
                      label: say('library.vanishing.to', { port: name }),
                    })),
                ]}
                onChange={(value) => {
                  if (value === null) return;
                  onChoose(new Map([[port.id, value === KEEP ? KEEP : { to: value }]]));
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `C1 of leaf-1, C7 of leaf-2 and 3 more` */
function cablesText({ plugged }: VanishingPort): string {
  const named = plugged
    .slice(0, SHOWN_CABLES)
    .map(({ cable, device }) =>
      say('library.vanishing.cable', { cable: cable.label, device: device.name }),
    )
    .join(', ');
  const rest = plugged.length - SHOWN_CABLES;
  return rest > 0 ? say('library.vanishing.andMore', { named, count: rest }) : named;
}
