import { useMemo } from 'react';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { type Versions, VersionsDialog } from '../dialogs/versions-dialog.tsx';
import { ask } from './bridge.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';
import { openFrom } from './file-actions.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** The versions that the design file keeps. */
export function OpenVersions({ window, open }: DesignDialogProps) {
  const versions = useMemo(() => versionsOf(window, open), [window, open]);
  const { readOnly } = open.editor.state;
  return (
    <VersionsDialog
      versions={versions}
      readOnly={readOnly && sayReason(readOnly)}
      onClose={() => window.dialog.set(null)}
    />
  );
}

function versionsOf(window: PlenumWindow, open: OpenDesign): Versions {
  const { bridge } = window;
  const handle = (): string => open.file.state.handle;
  /** What the work brings, or null when it was refused; the refusal is shown. */
  async function orError<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      await open.commits.settled();
      return await work();
    } catch (error) {
      showError(window, say('app.error.version'), error);
      return null;
    }
  }
  return {
    list: () => orError(() => ask(bridge, 'version.list', { handle: handle() })),
    create: (name) =>
      orError(async () => {
        const made = await ask(bridge, 'version.create', { handle: handle(), name, change: null });
        addToast(window.toasts, 'info', say('app.versions.kept', { name }));
        return made;
      }),
    openAsCopy: (versionId) =>
      openFrom(window, () => ask(bridge, 'version.restoreAsCopy', { handle: handle(), versionId })),
  };
}
