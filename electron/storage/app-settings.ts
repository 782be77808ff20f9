/** What Plenum remembers about the person, in one file that they may read. */
import path from 'node:path';
import { z } from 'zod';
import type { AppSettings } from '../../shared/contract/ipc.ts';
import { appSettingsSchema } from '../../shared/contract/ipc-schema.ts';
import { JsonFile } from './json-file.ts';

export const DEFAULT_SETTINGS: AppSettings = {
  theme: 'system',
  units: 'mm',
  wheel: 'pan',
  singleKeys: true,
  keys: {},
  panels: {},
  personName: '',
  drawingSet: null,
};

const { shape } = appSettingsSchema;

/** Forgiving of what an older Plenum did not write and a newer one wrote besides. */
const onDisk = z.object({
  theme: shape.theme.default(DEFAULT_SETTINGS.theme),
  units: shape.units.default(DEFAULT_SETTINGS.units),
  wheel: shape.wheel.default(DEFAULT_SETTINGS.wheel),
  singleKeys: shape.singleKeys.default(DEFAULT_SETTINGS.singleKeys),
  keys: shape.keys.default({}),
  panels: shape.panels.default({}),
  personName: shape.personName.default(DEFAULT_SETTINGS.personName),
  // An older Plenum knew fewer kinds, a newer one more: what cannot be read is chosen anew.
  drawingSet: shape.drawingSet.catch(null).default(null),
});

/** @param folder the application's data folder */
export function settingsFile(folder: string): JsonFile<AppSettings> {
  return new JsonFile<AppSettings>(path.join(folder, 'settings.json'), onDisk, DEFAULT_SETTINGS);
}
