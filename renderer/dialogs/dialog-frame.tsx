import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useId } from 'react';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

interface DialogFrameProps {
  readonly title: string;
  /** Width, px. */
  readonly width?: number;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** The one act that the dialog is for; left out, it only closes. */
  readonly action?: {
    readonly label: string;
    readonly disabled?: boolean;
    readonly run: () => void;
  };
  /** What stands at the other end of the buttons. */
  readonly aside?: ReactNode;
}

/** A dialog: title, content, buttons. Enter does the act unless a field is wrong; Escape closes. */
export function DialogFrame({
  title,
  width = 440,
  children,
  onClose,
  action,
  aside,
}: DialogFrameProps) {
  const formId = useId();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else action?.run();
  }
  return (
    <Modal opened onClose={onClose} title={title} size={width}>
      <form id={formId} onSubmit={submit} noValidate>
        {children}
        <div className={styles.buttons}>
          <div className={styles.aside}>{aside}</div>
          <Button type="button" variant="default" onClick={onClose}>
            {say(action ? 'app.dialog.cancel' : 'app.dialog.close')}
          </Button>
          {action ? (
            <Button type="submit" disabled={action.disabled ?? false}>
              {action.label}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
