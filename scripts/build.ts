/** `npm run build`: what the window and the main process are made of, into `dist/`. */
import { buildBundles } from './bundles.ts';

const started = performance.now();
const built = await buildBundles();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  built.length === 0 ? 'Build is up to date\n' : `Built ${built.join(', ')} in ${seconds} s\n`,
);
