/** `plenum export FILE --netbox DIR --p2p OUT.csv --nvidia DIR --xlsx OUT.xlsx`: lists for other programs and people. */
import { analyse } from '../../shared/analysis/index.ts';
import { NETBOX_VERSIONS } from '../../shared/formats/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { exportNetboxLists, exportNvidia, exportP2p, exportSchedules } from '../export/index.ts';
import { type Arguments, choiceOf, UsageError } from './arguments.ts';
import { writing } from './writing.ts';

export const LIST_OPTIONS = ['netbox', 'netbox-version', 'p2p', 'nvidia', 'xlsx'] as const;

/** Writes the lists that are asked for. */
export async function writeLists(given: Arguments, design: Design): Promise<void> {
  const [netbox, p2p, nvidia, xlsx] = ['netbox', 'p2p', 'nvidia', 'xlsx'].map((option) =>
    given.text(option),
  );
  const version = choiceOf(given, 'netbox-version', NETBOX_VERSIONS, '4.6');
  if (netbox === undefined && given.text('netbox-version') !== undefined)
    throw new UsageError(say('cli.netbox-version-alone', { usage: say('cli.usage.export') }));
  if (netbox !== undefined) await writing(netbox, () => exportNetboxLists(design, netbox, version));
  if (nvidia !== undefined) await writing(nvidia, () => exportNvidia(design, nvidia));
  if (p2p === undefined && xlsx === undefined) return;
  const analysis = analyse(design);
  if (p2p !== undefined) await writing(p2p, () => exportP2p(design, analysis, p2p));
  if (xlsx !== undefined) await writing(xlsx, () => exportSchedules(design, analysis, xlsx));
}
