import { Button, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Finding } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Growth } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { SettingsPatch } from '../../editor/index.ts';
import { QuantityInput } from '../fields/quantity-field.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Section } from '../parts/section.tsx';
import { SeverityIcon } from '../parts/severity-icon.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** Most that one line of growth may ask for. */
const COUNT_MAX = 10_000;
/** What a new line asks for. */
const COUNT_FIRST = 1;

interface GrowthSectionProps {
  readonly design: Design;
  readonly set: (patch: SettingsPatch) => string | null;
}

/** What is to come: so many more devices of a type, and whether they find ports. */
export function GrowthSection({ design, set }: GrowthSectionProps) {
  const { growth } = design.settings;
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const findings = useMemo(
    () => analysis?.findings.filter(({ id }) => id.startsWith('ports:growth:')) ?? [],
    [analysis],
  );
  const left = [...design.deviceTypes.values()].filter(
    (type) => grows(type) && !growth.some(({ typeId }) => typeId === type.id),
  );
  if (growth.length === 0 && left.length === 0) return null;
  const replace = (at: number, line: readonly Growth[]) =>
    set({ growth: growth.toSpliced(at, 1, ...line) });
  return (
    <Section title={say('panels.inspector.growth')} startsClosed={growth.length === 0}>
      <p className={styles.hint}>{say('panels.growth.hint')}</p>
      {growth.map((line, at) => (
        <GrowthLine
          key={line.typeId}
          line={line}
          model={design.deviceTypes.get(line.typeId)?.model ?? line.typeId}
          findings={findings.filter(({ subjects }) =>
            subjects.some(({ id }) => id === line.typeId),
          )}
          onCount={(count) => replace(at, [{ ...line, count }])}
          onRemove={() => replace(at, [])}
        />
      ))}
      {left.length === 0 ? null : (
        <AddLine types={left} onAdd={(line) => set({ growth: [...growth, line] })} />
      )}
    </Section>
  );
}

/** What is cabled to switches: other gear has no siblings to be cabled like. */
function grows({ category }: DeviceType): boolean {
  return category === 'node' || category === 'server' || category === 'storage';
}

interface GrowthLineProps {
  readonly line: Growth;
  readonly model: string;
  readonly findings: readonly Finding[];
  readonly onCount: (count: number) => string | null;
  readonly onRemove: () => void;
}

function GrowthLine({ line, model, findings, onCount, onRemove }: GrowthLineProps) {
  const id = `growth-${line.typeId}`;
  return (
    <>
      <div className={styles.growth}>
        <QuantityInput
          id={id}
          value={line.count}
          dimension="number"
          unit=""
          min={1}
          max={COUNT_MAX}
          step={1}
          onCommit={(count) =>
            count === null || !Number.isInteger(count) ? say('panels.growth.whole') : onCount(count)
          }
        />
        <label className={styles.growthType} htmlFor={id}>
          {say('panels.growth.more', { model })}
        </label>
        <IconButton icon={X} label={say('panels.growth.remove', { model })} onClick={onRemove} />
      </div>
      {findings.map(({ id: key, severity, message }) => (
        <p key={key} className={styles.growthAnswer}>
          <SeverityIcon severity={severity} />
          {message}
        </p>
      ))}
    </>
  );
}

interface AddLineProps {
  readonly types: readonly DeviceType[];
  readonly onAdd: (line: Growth) => void;
}

function AddLine({ types, onAdd }: AddLineProps) {
  const [only, ...others] = types;
  if (only && others.length === 0) {
    return (
      <div className={styles.actions}>
        <Button
          variant="default"
          size="xs"
          onClick={() => onAdd({ typeId: only.id, count: COUNT_FIRST })}
        >
          {say('panels.growth.addOne', { model: only.model })}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      <Select
        size="xs"
        aria-label={say('panels.growth.add')}
        placeholder={say('panels.growth.add')}
        value={null}
        data={types.map(({ id, model }) => ({ value: id, label: model }))}
        onChange={(typeId) => {
          if (typeId !== null) onAdd({ typeId, count: COUNT_FIRST });
        }}
      />
    </div>
  );
}
