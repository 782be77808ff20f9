import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { say } from '../../shared/text/index.ts';
import type { LiveValue } from '../editor/index.ts';
import { useLive } from '../panels/use-live.ts';
import styles from './toasts.module.css';

export interface Toast {
  readonly id: number;
  readonly tone: 'refused' | 'info';
  readonly text: string;
  /** What takes it back, or goes on from it. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read a sentence twice. */
const SHOWN_MS = 6000;
/** Long enough to think better of it. */
const SHOWN_WITH_ACT_MS = 12_000;
/** More than this at once is noise: the oldest goes. */
const MOST = 3;

/** Adds a toast; the same words again take the place of the old ones. */
export function addToast(
  toasts: LiveValue<readonly Toast[]>,
  tone: Toast['tone'],
  text: string,
  act?: Toast['act'],
): void {
  const others = toasts.state.filter((toast) => toast.text !== text);
  const id = 1 + Math.max(0, ...toasts.state.map((toast) => toast.id));
  const toast = { id, tone, text, ...(act ? { act } : {}) };
  toasts.set([...others, toast].slice(-MOST));
}

function dropToast(toasts: LiveValue<readonly Toast[]>, id: number): void {
  toasts.set(toasts.state.filter((toast) => toast.id !== id));
}

interface ToastsProps {
  readonly toasts: LiveValue<readonly Toast[]>;
}

/** Short messages over the drawing; read out as they come. */
export function Toasts({ toasts }: ToastsProps) {
  const shown = useLive(toasts);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastLine key={toast.id} toasts={toasts} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toasts, toast }: ToastsProps & { readonly toast: Toast }) {
  const { id, tone, text, act } = toast;
  const shownMs = act ? SHOWN_WITH_ACT_MS : SHOWN_MS;
  useEffect(() => {
    const timer = window.setTimeout(() => dropToast(toasts, id), shownMs);
    return () => window.clearTimeout(timer);
  }, [toasts, id, shownMs]);
  const Icon = tone === 'refused' ? CircleAlert : Info;
  return (
    <div className={styles.toast} data-tone={tone}>
      <Icon size={15} aria-hidden />
      <span className={styles.text}>{text}</span>
      {act ? (
        <button
          type="button"
          className={styles.act}
          onClick={() => {
            dropToast(toasts, id);
            act.run();
          }}
        >
          {act.label}
        </button>
      ) : null}
      <button
        type="button"
        className={styles.close}
        aria-label={say('app.toast.close')}
        onClick={() => dropToast(toasts, id)}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
