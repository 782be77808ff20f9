/** What the disk has acknowledged, in words. */
import { say } from '../../shared/text/index.ts';
import type { SaveState } from '../editor/index.ts';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** The saved state as the status bar says it. */
export function savedText(saved: SaveState): string {
  switch (saved.state) {
    case 'saved':
      return saved.at === null
        ? say('panels.saved.unchanged')
        : say('panels.saved.at', { time: clock.format(new Date(saved.at)) });
    case 'saving':
      return say('panels.saved.saving');
    case 'failed':
      return say('panels.saved.failed', { why: say(saved.refusal.messageKey, saved.refusal.args) });
    case 'read-only':
      return say(`panels.saved.readOnly.${saved.why}`);
    default:
      return saved satisfies never;
  }
}

/** What is read out of it: that a gesture was saved is the rule and would drown what was done. */
export function savedAnnouncement(saved: SaveState): string {
  return saved.state === 'failed' || saved.state === 'read-only' ? savedText(saved) : '';
}
