/**
 * Stands in for Electron's own `default_app`, which this runtime lacks: starts the application whose folder is
 * the first argument that is not a switch, as `electron FOLDER` does everywhere else.
 */
const { existsSync } = require('node:fs') as typeof import('node:fs');
const { join, resolve } = require('node:path') as typeof import('node:path');
const { app, utilityProcess } = require('electron') as typeof import('electron');

require('./native-modules.cjs');
require('./clipboard.cjs');

interface Manifest {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
}

function applicationFolder(): string {
  const argument = process.argv.slice(1).find((each) => !each.startsWith('-'));
  const folder = resolve(argument ?? '.');
  if (existsSync(join(folder, 'package.json'))) return folder;
  process.stderr.write(`${folder} holds no application\n`);
  return process.exit(2);
}

/** `app` has these for `default_app`; they are not in its public types. */
interface ApplicationIdentity {
  setVersion(version: string): void;
  setAppPath(folder: string): void;
}

function takeIdentity(folder: string, manifest: Manifest): void {
  const identity = app as unknown as ApplicationIdentity;
  app.setName(manifest.productName ?? manifest.name);
  identity.setVersion(manifest.version);
  identity.setAppPath(folder);
}

/** Utility processes load native modules too, so each starts with the resolution of this runtime. */
function prepareUtilityProcesses(): void {
  const fork = utilityProcess.fork.bind(utilityProcess);
  utilityProcess.fork = (script, args = [], options = {}) =>
    fork(join(__dirname, 'utility-child.cjs'), [script, ...args], options);
}

const folder = applicationFolder();
const manifest = require(join(folder, 'package.json')) as Manifest;
takeIdentity(folder, manifest);
prepareUtilityProcesses();
require(join(folder, manifest.main));
