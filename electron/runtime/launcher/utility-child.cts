/**
 * What a utility process runs first: the module resolution of this runtime, then the script it was asked for.
 * The script sees the arguments it would have seen without this file in between.
 */
require('./native-modules.cjs');

const [, , script] = process.argv;
if (script === undefined) throw new Error('A utility process was started without a script');
process.argv.splice(1, 1);
require(script);
