/** How cables are called, and calling those that are there so. */

import { parseTemplate, type Renamed } from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DesignRecord, DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changes, type EditAnswer, edited } from './edit.ts';

type CablingPatch = Partial<DesignSettings['cabling']>;

/**
 * Sets rules of cabling and gives cables new names, as one edit. Refused when a template cannot be read.
 * @param renamed cables with the names they get; none when they keep theirs
 */
export function nameCables(
  design: Design,
  patch: CablingPatch,
  renamed: readonly Renamed[],
): EditAnswer {
  const { settings } = design;
  const cabling = { ...settings.cabling, ...patch };
  for (const [template, kind] of [
    [cabling.labelTemplate, 'label'],
    [cabling.idTemplate, 'id'],
  ] as const) {
    const answer = parseTemplate(template, kind);
    if (!answer.ok) return { ok: false, reason: answer.reason };
  }
  const names = new Map(renamed.map(({ cable, name }) => [cable.id, name]));
  const cables = changes(
    renamed.map(({ cable }) => cable),
    (cable) => ({ ...cable, label: names.get(cable.id) ?? cable.label }),
  );
  const updated: (readonly [DesignRecord, DesignRecord])[] = [
    ...changes([settings], (before) => ({ ...before, cabling })),
    ...cables,
  ];
  const label =
    cables.length > 0
      ? say('editor.label.renameCables', { count: cables.length })
      : say('editor.label.naming');
  return edited(label, { updated });
}
