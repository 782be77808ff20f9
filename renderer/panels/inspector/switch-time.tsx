import { useMemo } from 'react';
import { hopOf } from '../../../shared/analysis/index.ts';
import type { SwitchPathRow } from '../../../shared/analysis/types.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { patchType } from '../../editor/index.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { QuantityInput } from '../fields/quantity-field.tsx';
import { numberText } from '../parts/number-text.ts';
import { ProvenanceMark } from '../parts/provenance.tsx';
import { Section } from '../parts/section.tsx';
import { useEdit } from '../use-edit.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { ReadLine } from './fact-lines.tsx';
import styles from './inspector.module.css';
import { PathButton } from './path-button.tsx';
import { timeText } from './path-text.ts';

/** How long a switch takes, and the slowest way that turns at it in each of its fabrics. */
export function SwitchTime({
  device,
  type,
}: {
  readonly device: Device;
  readonly type: DeviceType;
}) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(
    () => analysis?.switchPaths.filter((row) => row.device === device.id) ?? [],
    [analysis, device],
  );
  return (
    <Section title={say('panels.inspector.time')}>
      <HopField type={type} />
      {rows.map((row) => (
        <SlowestWay key={row.fabric} row={row} named={rows.length > 1} />
      ))}
      {rows.length === 0 ? <p className={styles.hint}>{say('panels.time.noWayTurns')}</p> : null}
    </Section>
  );
}

/** The transit of the switch: a person's own number, or the usual one. */
function HopField({ type }: { readonly type: DeviceType }) {
  const edit = useEdit();
  const hop = hopOf(type);
  function commit(value: number | null): string | null {
    const hopNs =
      value === null
        ? null
        : { value, provenance: 'measured' as const, source: say('panels.facts.entered') };
    return edit((editor) => patchType(editor.state.design, type.id, { hopNs }));
  }
  return (
    <FieldRow label={say('panels.time.hop')} htmlFor="type-hopNs">
      <span className={styles.factField}>
        <QuantityInput
          id="type-hopNs"
          value={type.hopNs?.value ?? null}
          dimension="number"
          unit=""
          min={1}
          max={100_000}
          step={10}
          mayBeUnknown
          unknownText={numberText(hop.value)}
          onCommit={commit}
        />
        <ProvenanceMark provenance={hop.provenance} source={hop.source} />
      </span>
    </FieldRow>
  );
}

function SlowestWay({ row, named }: { readonly row: SwitchPathRow; readonly named: boolean }) {
  const fabric = row.fabric === '' ? say('panels.time.noFabric') : row.fabric;
  return (
    <ReadLine label={say('panels.time.slowestWay')}>
      <PathButton path={row} name={say('panels.time.slowestTurning')}>
        {say('panels.time.way', { time: timeText(row), hops: row.hops })}
        {named ? `, ${fabric}` : null}
      </PathButton>
    </ReadLine>
  );
}
