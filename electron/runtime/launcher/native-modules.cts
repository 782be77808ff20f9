/**
 * Lets `require('better-sqlite3')` find the build that lies beside this launcher. The application brings a
 * newer one, built on a Node-API that this runtime lacks: loading it ends the process with nothing to catch.
 */
const { Module } = require('node:module') as typeof import('node:module');

type ResolveFilename = (request: string, ...rest: unknown[]) => string;

const resolver = Module as unknown as { _resolveFilename: ResolveFilename }; // not in Node's public types
const resolveFilename = resolver._resolveFilename;

resolver._resolveFilename = function resolve(this: unknown, request, ...rest) {
  const found = request === 'better-sqlite3' ? `${__dirname}/node_modules/better-sqlite3` : request;
  return resolveFilename.call(this, found, ...rest);
};
