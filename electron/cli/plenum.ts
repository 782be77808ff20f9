#!/usr/bin/env node
/** The `plenum` command in plain Node. */
import nodeModule from 'node:module';

// What the command is made of is kept compiled, which halves its start; older versions of Node cannot.
nodeModule.enableCompileCache?.();
const { runPlenum } = await import('./run.ts');

process.exitCode = await runPlenum(process.argv.slice(2));
