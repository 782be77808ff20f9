import { Component, type ErrorInfo, type ReactNode } from 'react';
import { say } from '../../shared/text/index.ts';
import styles from './app.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Writes the design in memory to a file that the person names; null when no design is open. */
  readonly onSaveCopy: (() => void) | null;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** The window's own fault: the design in memory is safe, and can be saved from here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, onSaveCopy } = this.props;
    if (error === null) return children;
    return (
      <main className={styles.fault} role="alert">
        <h1>{say('app.fault.title')}</h1>
        <p>{say(onSaveCopy ? 'app.fault.designSafe' : 'app.fault.nothingOpen')}</p>
        <pre>{error.message}</pre>
        <div className={styles.faultActions}>
          {onSaveCopy ? (
            <button type="button" onClick={onSaveCopy}>
              {say('app.fault.save')}
            </button>
          ) : null}
          <button type="button" onClick={() => this.setState({ error: null })}>
            {say('app.fault.goOn')}
          </button>
          <button type="button" onClick={() => window.location.reload()}>
            {say('app.fault.reload')}
          </button>
        </div>
      </main>
    );
  }
}
