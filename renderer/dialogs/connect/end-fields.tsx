import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import {
  examplePatterns,
  type PatternExample,
  type PortNaming,
  portNamings,
} from '../../../shared/connect/examples.ts';
import { LIST_ORDERS, type ListOrder } from '../../../shared/connect/lists.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './connect.module.css';
import type { ConnectDraft, DraftError, DraftField } from './connect-draft.ts';
import { DevicePicker } from './device-picker.tsx';

interface EndFieldsProps {
  readonly design: Design;
  /** Devices that were selected when the dialog was opened. */
  readonly selected: readonly Device[];
  readonly draft: ConnectDraft;
  readonly error: DraftError | null;
  readonly set: (change: Partial<ConnectDraft>) => void;
}

/** Which ends are joined: by a pattern. */
export function PatternFields({ design, selected, draft, error, set }: EndFieldsProps) {
  const examples = useMemo(() => examplePatterns(design, selected), [design, selected]);
  const wrong = error?.field === 'pattern' ? error : null;
  return (
    <>
      <TextInput
        label={say('app.connect.pattern')}
        classNames={{ input: styles.code ?? '' }}
        value={draft.pattern}
        error={wrong?.text ?? null}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => set({ pattern: currentTarget.value })}
      />
      {wrong ? <Marked text={draft.pattern} at={wrong.at} /> : null}
      <Examples examples={examples} onPick={(pattern) => set({ pattern })} />
      <details className={styles.help}>
        <summary>{say('app.connect.howWritten')}</summary>
        <dl>
          {HELP.map((key) => (
            <div key={key}>
              <dt>{say(`app.connect.help.${key}.sign`)}</dt>
              <dd>{say(`app.connect.help.${key}.means`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <PortNames design={design} ids={null} />
    </>
  );
}

const HELP = ['range', 'digits', 'sum', 'counters', 'star', 'free', 'share', 'escape'] as const;

/** The place in a text that is spoken of, for the eye. */
function Marked({ text, at }: { readonly text: string; readonly at: number }) {
  return (
    <div className={styles.marked} aria-hidden>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + 1) || '\u00a0'}</mark>
      {text.slice(at + 1)}
    </div>
  );
}

function Examples({
  examples,
  onPick,
}: {
  readonly examples: readonly PatternExample[];
  readonly onPick: (pattern: string) => void;
}) {
  if (examples.length === 0) return null;
  return (
    <div className={styles.examples}>
      <span className={styles.legend}>{say('app.connect.examples')}</span>
      {examples.map(({ does, pattern }) => (
        <button
          key={pattern}
          type="button"
          className={styles.example}
          onClick={() => onPick(pattern)}
        >
          <span className={styles.exampleDoes}>{say(`app.connect.example.${does}`)}</span>
          <span className={styles.examplePattern}>{pattern}</span>
        </button>
      ))}
    </div>
  );
}

/** What the ports of the types in the design are called, as a pattern writes them. */
function PortNames({
  design,
  ids,
}: {
  readonly design: Design;
  readonly ids: ReadonlySet<DeviceId> | null;
}) {
  const types = useMemo(() => cabledTypes(design, ids), [design, ids]);
  if (types.length === 0) return null;
  return (
    <details className={styles.help} open={ids !== null}>
      <summary>{say('app.connect.portNames')}</summary>
      <dl>
        {types.map((type) => (
          <div key={type.id}>
            <dt>{type.model}</dt>
            <dd className={styles.namings}>
              {portNamings(type)
                .slice(0, MOST_NAMINGS)
                .map((naming) => (
                  <Naming key={naming.text} naming={naming} />
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Naming({ naming: { text, count, of } }: { readonly naming: PortNaming }) {
  return (
    <code data-of={of} title={say('app.connect.portCount', { count })}>
      {text}
    </code>
  );
}

/** A type of odd names has one for each port: the first tell how they are made. */
const MOST_NAMINGS = 12;
const MOST_TYPES = 8;

/** Types of the devices in question that have network ports, those with most devices first. */
function cabledTypes(design: Design, ids: ReadonlySet<DeviceId> | null): readonly DeviceType[] {
  const counts = new Map<DeviceType, number>();
  for (const device of design.devices.values()) {
    if (ids !== null && !ids.has(device.id)) continue;
    const type = design.deviceTypes.get(device.typeId);
    const hasData = type?.ports.some(
      ({ kind, managementOnly }) => kind === 'interface' && !managementOnly,
    );
    if (type && hasData) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_TYPES)
    .map(([type]) => type);
}

/** Which ends are joined: devices and ports of two lists. */
export function ListFields({ design, draft, error, set }: EndFieldsProps) {
  return (
    <>
      <ListSide side="a" field="portsA" design={design} draft={draft} error={error} set={set} />
      <ListSide side="b" field="portsB" design={design} draft={draft} error={error} set={set} />
      <Select<ListOrder>
        label={say('app.connect.order')}
        description={say(`app.connect.order.${draft.order}.means`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.order}
        data={LIST_ORDERS.map((value) => ({ value, label: say(`app.connect.order.${value}`) }))}
        onChange={(order) => {
          if (order !== null) set({ order });
        }}
      />
    </>
  );
}

interface ListSideProps extends Omit<EndFieldsProps, 'selected'> {
  readonly side: 'a' | 'b';
  readonly field: DraftField;
}

function ListSide({ side, field, design, draft, error, set }: ListSideProps) {
  const list = draft[side];
  return (
    <div className={styles.listSide}>
      <DevicePicker
        label={say(`app.connect.side.${side}`)}
        design={design}
        chosen={list.devices}
        onChange={(devices) => set({ [side]: { ...list, devices } })}
      />
      <TextInput
        label={say('app.connect.ports')}
        classNames={{ input: styles.code ?? '' }}
        value={list.ports}
        error={error?.field === field ? error.text : null}
        placeholder="free"
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => set({ [side]: { ...list, ports: currentTarget.value } })}
      />
      {list.devices.size > 0 ? <PortNames design={design} ids={list.devices} /> : null}
    </div>
  );
}
