/** Every step of the file format, in order. A new file is made by walking all of them. */
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs } from './0002-analysis-inputs.ts';
import { faceplates } from './0003-faceplates.ts';
import { orders } from './0004-orders.ts';
import { floor } from './0005-floor.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  analysisInputs,
  faceplates,
  orders,
  floor,
];
