/** `plenum cluster FILE --spec SPEC.json`: a cluster into a new design, into one that is there, or changed in it. */
import { existsSync, readFileSync } from 'node:fs';
import {
  addCluster,
  type ClusterChange,
  type ClusterPlan,
  type ClusterSpec,
  catalogueWith,
  changeCluster,
  changeDiff,
  clusterNamed,
  clusterSpec,
  drawUpCluster,
  freeClusterId,
  placedSpec,
  planCluster,
} from '../../shared/cluster/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../../shared/model/design.ts';
import { applyDiff, type Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { createDesignFile } from '../storage/design-file.ts';
import { fillDesignFile } from '../storage/fill-design-file.ts';
import { openDesignFile } from '../storage/open-design-file.ts';
import { type Arguments, choiceOf, expectFolder, oneFile, UsageError } from './arguments.ts';
import { nameOf } from './new.ts';

interface Outcome {
  readonly plan: ClusterPlan;
  readonly diff: Diff;
  readonly met: Pick<ClusterChange, 'conflicts' | 'homeless'>;
}

type TakenSide = 'mine' | 'theirs';

export async function clusterCommand(given: Arguments): Promise<0> {
  const file = oneFile(given);
  const specFile = given.text('spec');
  if (specFile === undefined) {
    throw new UsageError(say('cli.cluster-use', { usage: say('cli.usage.cluster') }));
  }
  const take = choiceOf(given, 'take', ['mine', 'theirs'], 'mine');
  const spec = readSpec(specFile);
  const dryRun = given.flag('dry-run');
  expectFolder(file);
  if (existsSync(file)) tell(given, await intoDesign(file, spec, { specFile, take, dryRun }));
  else {
    const empty = designFromRecords([defaultSettings(nameOf(file))]);
    const outcome = refusing(specFile, () => outcomeIn(empty, spec, take));
    if (!dryRun) createDesignFile(file, applyDiff(empty, outcome.diff));
    tell(given, outcome);
  }
  const done = dryRun ? 'cli.cluster-dry' : 'cli.cluster-done';
  process.stderr.write(`${say(done, { file })}\n`);
  return 0;
}

interface Given {
  readonly specFile: string;
  readonly take: TakenSide;
  readonly dryRun: boolean;
}

async function intoDesign(
  file: string,
  spec: ClusterSpec,
  { specFile, take, dryRun }: Given,
): Promise<Outcome> {
  if (dryRun) {
    const opened = openDesignFile(file, { mode: 'read' });
    try {
      return refusing(specFile, () => outcomeIn(opened.design, spec, take));
    } finally {
      opened.file.close();
    }
  }
  let outcome: Outcome | null = null;
  let refused: unknown = null;
  await fillDesignFile(file, {
    label: say('cli.cluster-label'),
    whenNew: designFromRecords([defaultSettings(nameOf(file))]),
    fill: async (there, put) => {
      try {
        outcome = refusing(specFile, () => outcomeIn(there, spec, take));
      } catch (error) {
        refused = error;
        return false;
      }
      put(outcome.diff);
      return true;
    },
  });
  if (outcome === null) throw refused;
  return outcome;
}

/** What the spec comes to: the cluster of its name follows it, and where there is none it is new. */
function outcomeIn(design: Design, spec: ClusterSpec, take: TakenSide): Outcome {
  const known = clusterNamed(design, spec.name);
  const placed = placedSpec(design, spec, known ?? null);
  const types = catalogueWith(design);
  if (known) {
    const plan = planCluster(placed, types);
    const change = changeCluster(design, known.id, placed);
    return { plan, diff: changeDiff(design, change, () => take === 'theirs'), met: change };
  }
  const { plan, records } = drawUpCluster(placed, { clusterId: freeClusterId(design), types });
  return { plan, diff: addCluster(design, records), met: { conflicts: [], homeless: [] } };
}

/** @throws UsageError when the file cannot be read, or is no specification */
function readSpec(file: string): ClusterSpec {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(say('cli.input-missing', { file, reason }));
  }
  return refusing(file, () => clusterSpec(parsed(text)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(say('cli.cluster-no-json', { reason: (error as Error).message }));
  }
}

/** A spec that cannot be built is the caller's to mend. */
function refusing<T>(file: string, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(say('cli.cluster-refused', { file, reason: error.message }));
  }
}

function tell(given: Arguments, { plan, diff, met }: Outcome): void {
  const changed = {
    added: diff.added.length,
    updated: diff.updated.length,
    removed: diff.removed.length,
  };
  const told = [
    ...met.conflicts.map(({ why, mine, theirs, fields }) => toldOf(why, mine ?? theirs, fields)),
    ...met.homeless.map((record) => toldOf('homeless', record, [])),
  ];
  if (given.flag('json')) {
    const document = { format: 'plenum.cluster-plan/1', plan, changed, conflicts: told };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const { nodes, racks, cableCount, linkCount, cords, powerW } = plan;
  process.stdout.write(
    `${say('cli.cluster-plan', { nodes, racks: racks.nodes + racks.switches + racks.kept, cables: cableCount, links: linkCount, kilowatts: Math.round(powerW.value / 1000) })}\n`,
  );
  for (const fabric of plan.fabrics) {
    for (const { tier, count, model } of fabric.switches) {
      process.stdout.write(
        `${say('cli.cluster-switches', { fabric: fabric.name, tier, count, model })}\n`,
      );
    }
  }
  for (const { fabric, linkClass, medium, lengthM, count } of plan.cables) {
    process.stdout.write(
      `${say('cli.cluster-cables', { fabric, linkClass, medium, length: lengthM ?? 0, count })}\n`,
    );
  }
  if (cords > 0) process.stdout.write(`${say('cli.cluster-cords', { cords })}\n`);
  for (const { what, kind, name, fields } of told) {
    process.stderr.write(
      `plenum: ${say(`cli.cluster-conflict.${what}`, { kind: say(`storage.kind.${kind}`), name, fields: fields.join(', ') })}\n`,
    );
  }
}

function toldOf(what: string, record: DesignRecord | null, fields: readonly string[]) {
  if (!record) throw new TypeError('a conflict is about a record');
  const { kind, id } = record;
  const name = 'label' in record ? record.label : 'name' in record ? record.name : id;
  return { what, kind, id, name, fields };
}
