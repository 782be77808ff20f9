/** NetBox rack types: recognised, so that they are told from device types in words that help. */
import type { YamlMap } from '../yaml-door.ts';
import { textOf } from './field-reader.ts';
import { quoted } from './import-report.ts';

/** Whether the document describes a rack: a frame with a height, and none of a device's fields. */
export function isRackType(document: YamlMap): boolean {
  const rackOnly = ['form_factor', 'starting_unit', 'outer_width', 'outer_depth', 'mounting_depth'];
  return document.has('u_height') && rackOnly.some((field) => document.has(field));
}

/** Its measures as a person enters them for a new rack; a measure that the file lacks is a dash. */
export function rackTypeInWords(document: YamlMap): {
  readonly units: string;
  readonly outer: string;
  readonly load: string;
} {
  const text = (field: string): string => {
    const plain = textOf(document.get(field));
    return plain === '' ? '–' : quoted(plain);
  };
  return {
    units: text('u_height'),
    outer: `${text('outer_width')} × ${text('outer_depth')} ${text('outer_unit')}`,
    load: `${text('max_weight')} ${text('weight_unit')}`,
  };
}
