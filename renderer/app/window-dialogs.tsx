import { AboutDialog } from '../dialogs/about-dialog.tsx';
import { isAboutDesign } from '../dialogs/dialog-request.ts';
import { ErrorDialog } from '../dialogs/error-dialog.tsx';
import { ProgressDialog } from '../dialogs/progress-dialog.tsx';
import { UnsavedDialog } from '../dialogs/unsaved-dialog.tsx';
import { useLive } from '../panels/use-live.ts';
import { ask } from './bridge.ts';
import { saveAs } from './file-actions.ts';
import { type PlenumWindow } from './plenum-window.ts';

interface DialogsProps {
  readonly window: PlenumWindow;
}

/** Dialogs that need no design. */
export function WindowDialogs({ window }: DialogsProps) {
  const request = useLive(window.dialog);
  const close = (): void => window.dialog.set(null);
  const { bridge } = window;
  if (request === null || isAboutDesign(request)) return null;
  switch (request.dialog) {
    case 'about':
      return (
        <AboutDialog
          version={window.version}
          onClose={close}
          onLicence={() => void ask(bridge, 'app.openLink', { key: 'licence' })}
        />
      );
    case 'error':
      return (
        <ErrorDialog
          report={request.report}
          onClose={close}
          onCopy={async (text) => void (await ask(bridge, 'clipboard.write', { text }))}
        />
      );
    case 'progress':
      return <ProgressDialog progress={request.progress} onCancel={request.stop} />;
    case 'unsaved':
      return (
        <UnsavedDialog
          why={request.why}
          onClose={close}
          onSaveAs={() => {
            close();
            void saveAs(window);
          }}
          onLeave={() => {
            close();
            request.leave();
          }}
        />
      );
    default:
      return request satisfies never;
  }
}
