/** A large design on its way: its racks are shown while devices and cables come. */
import type { OpenedDesign, PlenumBridge, ReadOnlyReason } from '../../shared/contract/ipc.ts';
import { designFromRecords } from '../../shared/model/design.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { reason } from '../../shared/rules/index.ts';
import { type Editor, type Host, type LiveValue, liveValue } from '../editor/index.ts';
import { ask } from './bridge.ts';
import { type Look, lookKept } from './first-look.ts';
import { editorOf, type LaterRecords } from './open-design.ts';

export interface ArrivingDesign {
  readonly name: string;
  /** Of the racks alone: to be looked at. */
  readonly editor: Editor;
  readonly progress: LiveValue<{ readonly read: number; readonly total: number }>;
  /** Gives it up; what was open before is shown again. */
  readonly stop: () => void;
}

/** What of a window it takes to wait for a design. */
interface ArrivingWindow {
  readonly bridge: PlenumBridge;
  readonly host: Host;
  readonly dialog: { readonly set: (nothing: null) => void };
  readonly arriving: LiveValue<ArrivingDesign | null>;
}

export interface Arrived extends LaterRecords {
  /** Where the person looks by now. */
  readonly look: Look | null;
  readonly readOnly: ReadOnlyReason | null;
}

/**
 * Shows what there is of the design, and waits for the rest.
 * @returns what came, or null when the person gave it up
 * @throws Refused when the rest cannot be believed; what was open before is shown again
 */
export async function arrive(
  { bridge, host, dialog, arriving }: ArrivingWindow,
  opened: OpenedDesign,
): Promise<Arrived | null> {
  const { handle, name, toCome } = opened;
  const editor = editorOf(bridge, designFromRecords(opened.records), host);
  editor.set({ readOnly: reason('app.reason.arriving') });
  const progress = liveValue({ read: 0, total: toCome });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    arriving.set(null);
    void ask(bridge, 'design.stopArriving', { handle });
  };
  dialog.set(null);
  arriving.set({ name, editor, progress, stop });
  const texts: string[] = [];
  const records: DesignRecord[] = [];
  try {
    for (;;) {
      const { text, count, readOnly } = await ask(bridge, 'design.arriving', { handle });
      if (stopped) return null;
      if (count === 0) return { look: lookKept(editor), texts, records, readOnly };
      texts.push(text);
      // Each is read while the next is fetched: all at once would hold the window up.
      for (const record of JSON.parse(text) as DesignRecord[]) records.push(record);
      progress.set({ read: progress.state.read + count, total: toCome });
    }
  } catch (error) {
    if (stopped) return null;
    arriving.set(null);
    throw error;
  }
}
