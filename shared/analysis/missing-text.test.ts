import { expect, it } from 'vitest';
import { missingText } from './missing-text.ts';

it.each([
  ['device type Acme X1: airflowCfm', 'device type Acme X1: airflow'],
  ['device type A: B 2: powerMaxW', 'device type A: B 2: power'],
  ['device type Acme X1: somethingNew', 'device type Acme X1: somethingNew'],
  ['lanes', 'lanes'],
])('%s is %s', (missing, words) => {
  expect(missingText(missing)).toBe(words);
});
