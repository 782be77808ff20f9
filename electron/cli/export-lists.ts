/** `plenum export FILE --netbox DIR`: lists for other programs. */
import { exportNetbox, NETBOX_VERSIONS } from '../../shared/formats/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { exportTexts } from '../export/index.ts';
import { type Arguments, choiceOf, UsageError } from './arguments.ts';
import { writing } from './writing.ts';

export const LIST_OPTIONS = ['netbox', 'netbox-version'] as const;

/** Writes the lists that are asked for. */
export async function writeLists(given: Arguments, design: Design): Promise<void> {
  const netbox = given.text('netbox');
  const version = choiceOf(given, 'netbox-version', NETBOX_VERSIONS, '4.6');
  if (netbox === undefined) {
    if (given.text('netbox-version') !== undefined)
      throw new UsageError(say('cli.netbox-version-alone', { usage: say('cli.usage.export') }));
  } else await writing(netbox, () => exportTexts(exportNetbox(design, version), netbox));
}
