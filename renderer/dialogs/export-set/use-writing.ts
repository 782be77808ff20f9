/** Writing the set: how far it is and what became of it. */
import { useRef, useState } from 'react';
import type { DrawingSetChoice } from '../../../shared/contract/drawing-set.ts';
import type { Events } from '../../../shared/contract/ipc.ts';
import type { SetExporter, WrittenSet } from './set-exporter.ts';

export type WritingState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'writing' } & Events['export.progress'])
  | { readonly kind: 'written'; readonly set: WrittenSet }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Writing {
  readonly state: WritingState;
  start(choice: DrawingSetChoice): void;
}

export function useWriting(exporter: SetExporter): Writing {
  const [state, setState] = useState<WritingState>({ kind: 'idle' });
  const busy = useRef(false);
  async function write(choice: DrawingSetChoice): Promise<WritingState> {
    const onProgress = (progress: Events['export.progress']): void =>
      setState({ kind: 'writing', ...progress });
    try {
      const set = await exporter.write(choice, onProgress);
      if (set === null) return { kind: 'idle' };
      return set === 'stopped' ? { kind: 'stopped' } : { kind: 'written', set };
    } catch (error) {
      return { kind: 'failed', why: exporter.failureOf(error) };
    }
  }
  return {
    state,
    start(choice) {
      if (busy.current) return;
      busy.current = true;
      setState({ kind: 'writing', comparing: false, done: 0, total: 0 });
      void write(choice).then((end) => {
        busy.current = false;
        setState(end);
      });
    },
  };
}
