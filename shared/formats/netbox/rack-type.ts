/** NetBox rack types: recognised, so that they are told from device types in words that help. */
import { say } from '../../text/index.ts';
import type { YamlMap } from '../yaml-door.ts';
import { textOf } from './field-reader.ts';
import { quoted } from './import-report.ts';

/** Whether the document describes a rack: a frame with a height, and none of a device's fields. */
export function isRackType(document: YamlMap): boolean {
  const rackOnly = ['form_factor', 'starting_unit', 'outer_width', 'outer_depth', 'mounting_depth'];
  return document.has('u_height') && rackOnly.some((field) => document.has(field));
}

/** Its measures as a person enters them for a new rack. */
export function rackTypeInWords(document: YamlMap): {
  readonly units: string;
  readonly width: string;
  readonly depth: string;
  readonly load: string;
} {
  const measure = (field: string, unit = ''): string => {
    const value = textOf(document.get(field)).trim();
    if (value === '') return say('formats.unknown');
    return quoted(`${value} ${textOf(document.get(unit))}`);
  };
  return {
    units: measure('u_height'),
    width: measure('outer_width', 'outer_unit'),
    depth: measure('outer_depth', 'outer_unit'),
    load: measure('max_weight', 'weight_unit'),
  };
}
