import { Button } from '@mantine/core';
import type { ClusterSpec } from '../../../shared/cluster/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { ClusterRefusal } from '../../editor/index.ts';
import styles from './cluster.module.css';
import {
  type ClusterField,
  type ClusterSection,
  FABRIC_SECTIONS,
  fabricFields,
  OTHER_SECTIONS,
} from './cluster-draft.ts';
import { FieldOf } from './cluster-field.tsx';

interface SpecFieldsProps {
  readonly spec: ClusterSpec;
  readonly refused: ClusterRefusal | null;
  readonly onChange: (spec: ClusterSpec) => void;
}

/** What a medium is chosen for. */
const LINK_CLASSES = ['node-leaf', 'leaf-spine', 'spine-core'] as const;
/** Most fabrics beside the compute fabric. */
const MOST_FABRICS = 12;

/** All that a cluster is made from, section by section. */
export function SpecFields({ spec, refused, onChange }: SpecFieldsProps) {
  const fields = (list: readonly ClusterField[]) => (
    <div className={styles.fields}>
      {list.map((field) => (
        <FieldOf
          key={field.path}
          field={field}
          spec={spec}
          refusal={refused && refused.field === field.path ? refused.text : null}
          startsHere={field.path === 'node.count'}
          onChange={onChange}
        />
      ))}
    </div>
  );
  const section = ({ id, fields: list }: ClusterSection) => (
    <fieldset key={id} className={styles.section}>
      <legend className={styles.heading}>{say(`app.cluster.section.${id}`)}</legend>
      {fields(list)}
    </fieldset>
  );
  return (
    <>
      {FABRIC_SECTIONS.map(section)}
      {spec.fabrics.map((fabric, n) => (
        // A fabric has no other identity than its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: fabrics are only added and taken away
        <fieldset key={n} className={styles.section}>
          <legend className={styles.heading}>
            {say('app.cluster.section.fabric', { name: fabric.name })}
          </legend>
          {fields([
            { path: `fabrics.${n}.name`, kind: 'text' },
            {
              path: `fabrics.${n}.ports`,
              kind: 'number',
              dimension: 'number',
              unit: '',
              min: 1,
              max: 16,
              step: 1,
              whole: true,
            },
            ...fabricFields(`fabrics.${n}`),
          ])}
          <Button
            className={styles.removeFabric ?? ''}
            variant="default"
            size="xs"
            onClick={() =>
              onChange({ ...spec, fabrics: spec.fabrics.filter((_, each) => each !== n) })
            }
          >
            {say('app.cluster.removeFabric', { name: fabric.name })}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={spec.fabrics.length >= MOST_FABRICS}
        onClick={() => onChange({ ...spec, fabrics: [...spec.fabrics, newFabric(spec)] })}
      >
        {say('app.cluster.addFabric')}
      </Button>
      <fieldset className={styles.section}>
        <legend className={styles.heading}>{say('app.cluster.section.media')}</legend>
        {fields(
          LINK_CLASSES.flatMap((each): readonly ClusterField[] => [
            {
              path: `media.${each}.copper`,
              kind: 'choice',
              values: ['dac', 'acc', 'aec', 'none'],
            },
            { path: `media.${each}.light`, kind: 'choice', values: ['aoc', 'mmf', 'smf', 'lpo'] },
          ]),
        )}
      </fieldset>
      {OTHER_SECTIONS.map(section)}
    </>
  );
}

/** The fabrics that clusters have beside the compute fabric, in the order in which one thinks of them. */
const USUAL_NAMES = ['storage', 'in-band', 'out-of-band'];

function newFabric({ fabrics, compute }: ClusterSpec): ClusterSpec['fabrics'][number] {
  const taken = new Set([compute.name, ...fabrics.map(({ name }) => name)]);
  const { rails: _rails, extraPorts: _ports, extraType: _type, ...shape } = compute;
  const name = USUAL_NAMES.find((each) => !taken.has(each)) ?? `fabric-${fabrics.length + 2}`;
  return { ...shape, name, ports: 1, leaf: null, spine: null, core: null, nodesPerUnit: null };
}
