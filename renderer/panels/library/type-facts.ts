/** What a device type is at a glance: its ports by speed, and the facts that nobody knows. */
import { isPassive, type PortGroup, speedText } from '../../../shared/library/port-groups.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';

/** One group in words: `64 × 400G OSFP`, `6 × power inlet C20`. */
export function portGroupText({ count, kind, speedGbps, formFactor }: PortGroup): string {
  const opening =
    formFactor === null || formFactor === 'other' ? '' : say(`panels.formFactor.${formFactor}`);
  const what = speedGbps === null ? say(`panels.portKind.${kind}`) : speedText(speedGbps);
  return say('panels.portGroup', { count, what, opening }).trim();
}

/** The facts of a type that a check may ask for, in the order in which they are shown. */
export const TYPE_FACTS = [
  'depthMm',
  'weightKg',
  'powerTypicalW',
  'powerMaxW',
  'airflowCfm',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
] as const;
/** What a person may wish for a type, or assume of it in place of the design's assumption. Left out, nothing lacks. */
const OWN_WISHES = ['packing', 'standoffMm', 'wantedGbps'] as const;
export type TypeFact = (typeof TYPE_FACTS)[number] | (typeof OWN_WISHES)[number] | 'pathwayMm2';

/** Whether the fact is a wish that may be left out, and not a number that somebody has yet to find. */
export function isWish(fact: TypeFact): boolean {
  return OWN_WISHES.some((wish) => wish === fact);
}

/** The facts of a type that are entered in its inspector. */
export function factsOf({ category }: DeviceType): readonly TypeFact[] {
  switch (category) {
    case 'cable-manager':
      return [...TYPE_FACTS, 'pathwayMm2'];
    case 'node':
    case 'server':
    case 'switch':
    case 'storage':
    case 'appliance':
      return [...TYPE_FACTS, 'wantedGbps', 'packing', 'standoffMm'];
    case 'patch-panel':
    case 'other':
      return [...TYPE_FACTS, 'packing', 'standoffMm'];
    case 'pdu':
    case 'power-shelf':
    case 'blank':
    case 'shelf':
      return TYPE_FACTS;
    default:
      return category satisfies never;
  }
}

/** Names of the facts that nobody knows about this type; a blank or a manager needs none of them. */
export function unknownFacts(type: DeviceType): readonly TypeFact[] {
  return isPassive(type) ? [] : TYPE_FACTS.filter((fact) => type[fact] === null);
}
