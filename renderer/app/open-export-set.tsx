import { useMemo, useState } from 'react';
import { localDay } from '../../shared/text/local-day.ts';
import { ExportSetDialog } from '../dialogs/export-set/export-set-dialog.tsx';
import { WHOLE_SET } from '../dialogs/export-set/set-choice.ts';
import { useLive } from '../panels/use-live.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';
import { setExporter } from './export-actions.ts';
import { saveSettings } from './plenum-window.ts';

/** The drawing set, seen before it is written. */
export function OpenExportSet({ window, open }: DesignDialogProps) {
  const exporter = useMemo(() => setExporter(window, open), [window, open]);
  const [today] = useState(() => localDay(new Date()));
  const last = useLive(open.setChoice);
  const settings = useLive(window.settings);
  const choice = useMemo(
    () => last ?? { ...WHOLE_SET, ...settings.drawingSet },
    [last, settings.drawingSet],
  );
  return (
    <ExportSetDialog
      exporter={exporter}
      choice={choice}
      readOnly={open.editor.state.readOnly !== null}
      today={today}
      onChoice={(next) => {
        open.setChoice.set(next);
        const { paper, orientation, sheets } = next;
        saveSettings(window, { drawingSet: { paper, orientation, sheets } });
      }}
      onClose={() => window.dialog.set(null)}
    />
  );
}
