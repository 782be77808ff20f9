import { say } from '../../../shared/text/index.ts';
import type { ClusterProgress } from '../../editor/index.ts';

/** How far the generator is, in words; with a count as soon as there is one. */
export function workText({ phase, done, total }: ClusterProgress): string {
  return total === 0
    ? say(`app.cluster.work.${phase}`)
    : say(`app.cluster.worked.${phase}`, { done, total });
}
