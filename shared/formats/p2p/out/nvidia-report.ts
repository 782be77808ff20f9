/** What is said beside NVIDIA's sheets: which file is for which version, and what they leave out. */
import { say } from '../../../text/index.ts';
import type { NvidiaSheets } from './nvidia-sheets.ts';

export function nvidiaReport(name: string, sheets: NvidiaSheets): string {
  const count = (key: keyof Omit<NvidiaSheets, 'leftOut'>): number => sheets[key].rows.length;
  const lines = [
    say('export.nvidia.title', { name }),
    '',
    say('export.nvidia.old', { ethernet: count('ethernet'), infiniband: count('infiniband') }),
    say('export.nvidia.new', { nodes: count('nodes'), links: count('links') }),
    '',
    say('export.nvidia.adapters'),
    say('export.nvidia.beside'),
    ...(sheets.leftOut === 0 ? [] : [say('export.nvidia.leftOut', { count: sheets.leftOut })]),
  ];
  return `${lines.join('\n')}\n`;
}
