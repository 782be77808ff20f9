/** What the dialog about names changes. */
import type { DesignSettings } from '../../../shared/model/records.ts';

export type Naming = Pick<
  DesignSettings['cabling'],
  'labelTemplate' | 'idTemplate' | 'labelLimit' | 'colourBy' | 'fabricColours'
>;
