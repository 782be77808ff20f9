/** Starts a task in its own process and waits for its end. */
import path from 'node:path';
import { utilityProcess } from 'electron';
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import type { PlanPart } from '../../shared/import-plan/index.ts';
import type { Task, TaskMessage, TaskProgress, TaskResult } from './task-contract.ts';
import { TaskEnded } from './task-ended.ts';
import { TASK_FLAGS } from './task-engine.ts';

/** How long a task that is cancelled may usually clean up after itself, ms. */
const CLEANING_MS = 4_000;

export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TaskProgress) => void;
  readonly onPart?: (part: ImportedTypes) => void;
  readonly onPlanned?: (part: PlanPart) => void;
  /** The task is ended when it takes longer, ms. */
  readonly limitMs: number;
  /** The task is ended when it tells nothing for longer, ms: a file holds it up. */
  readonly silenceMs?: number;
  /** How long it may clean up after itself when it is cancelled, ms; what writes nothing needs no time. */
  readonly cleaningMs?: number;
}

/**
 * Runs one task.
 * @throws TaskEnded when it was cancelled, took too long, or failed
 */
export function runTask<T extends Task>(
  builtFolder: string,
  task: T,
  options: TaskOptions,
): Promise<TaskResult<T['task']>> {
  const script = path.join(builtFolder, 'electron', 'task-process.cjs');
  const child = utilityProcess.fork(script, [], {
    serviceName: 'plenum-task',
    execArgv: [...TASK_FLAGS],
  });
  return new Promise((resolve, reject) => {
    const end = (error: TaskEnded): void => {
      settle();
      child.kill();
      reject(error);
    };
    const timeout = (): void => end(new TaskEnded('timeout', ''));
    const timer = setTimeout(timeout, options.limitMs);
    let silence = setTimeout(timeout, options.silenceMs ?? options.limitMs);
    let cleaning: ReturnType<typeof setTimeout> | undefined;
    const cancelled = (): void => end(new TaskEnded('cancelled', ''));
    // It takes away what it has begun to write, and says so; one that does not hear is ended.
    const cancel = (): void => {
      cleaning = setTimeout(cancelled, options.cleaningMs ?? CLEANING_MS);
      child.postMessage('cancel');
    };
    options.signal?.addEventListener('abort', cancel, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      clearTimeout(silence);
      clearTimeout(cleaning);
      options.signal?.removeEventListener('abort', cancel);
    };
    child.on('message', (message: TaskMessage) => {
      clearTimeout(silence);
      silence = setTimeout(timeout, options.silenceMs ?? options.limitMs);
      if (message.kind === 'progress') options.onProgress?.(message);
      else if (message.kind === 'part') options.onPart?.(message.part);
      else if (message.kind === 'planned') options.onPlanned?.(message.part);
      else if (message.kind === 'failed') {
        if (cleaning === undefined) end(new TaskEnded('failed', message.message));
        else cancelled();
      } else {
        settle();
        child.kill();
        // The process answers the task it was given; only the correlation is beyond the compiler.
        resolve(message.result as TaskResult<T['task']>);
      }
    });
    child.once('exit', (code) => end(new TaskEnded('failed', `exit ${code}`)));
    child.postMessage(task);
    if (options.signal?.aborted) cancel();
  });
}
