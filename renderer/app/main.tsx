/** The window's first file: asks the Node side what to show, and shows it. */
import '../theme/layers.css';
import '@mantine/core/styles.layer.css';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/mantine.css';
import '../theme/base.css';
import { createRoot } from 'react-dom/client';
import type { PlenumBridge } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { applyColours } from '../theme/colours.ts';
import styles from './app.module.css';
import { App } from './app.tsx';
import { ask, Refused } from './bridge.ts';
import { openFrom } from './file-actions.ts';
import { createHost } from './host.ts';
import { createPlenumWindow } from './plenum-window.ts';

const page = document.getElementById('root') ?? document.body;
const root = createRoot(page);

function line(text: string): void {
  root.render(<p className={styles.line}>{text}</p>);
}

async function start(bridge: PlenumBridge): Promise<void> {
  const session = await ask(bridge, 'app.session', null);
  const plenum = createPlenumWindow(bridge, session, createHost);
  plenum.library.follow();
  const { opened } = session;
  // What is all there stands in the first frame; what comes in parts shows its racks there.
  const shown = opened === null ? null : openFrom(plenum, () => Promise.resolve(opened));
  if (opened?.toCome === 0) await shown;
  root.render(<App window={plenum} />);
}

applyColours(document);

// The right surface from the first frame on: a window that flashes white is not dark.
document.documentElement.dataset['mantineColorScheme'] = window.matchMedia(
  '(prefers-color-scheme: dark)',
).matches
  ? 'dark'
  : 'light';

if (window.plenum === undefined) line(say('app.noBridge'));
else {
  start(window.plenum).catch((error: unknown) => {
    console.error(error);
    line(error instanceof Refused ? error.message : say('app.error.unexpected'));
  });
}
