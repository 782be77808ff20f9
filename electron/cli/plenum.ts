#!/usr/bin/env node
/** The `plenum` command in plain Node. */
import { runPlenum } from './run.ts';

process.exitCode = await runPlenum(process.argv.slice(2));
