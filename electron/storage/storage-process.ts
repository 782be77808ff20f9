/**
 * The process that keeps one file, a design or the person's library: a file from a stranger is read here, so that it can at most end this
 * process and never the window. It runs as Electron's utility process, or as a child of plain Node.
 */
import type { ParentPort } from 'electron';
import { isLibraryRequest, LibrarySession } from './library/library-session.ts';
import type { ProcessRequest, StorageReply } from './storage-protocol.ts';
import { StorageSession } from './storage-session.ts';

interface Port {
  readonly post: (reply: StorageReply) => void;
  readonly listen: (listener: (request: ProcessRequest) => void) => void;
}

function parentOf(): Port {
  // Only a utility process has it, whatever Electron's types say.
  const utility: ParentPort | undefined = process.parentPort;
  if (utility) {
    return {
      post: (reply) => utility.postMessage(reply),
      // Main is the only one that can post here, and it posts requests.
      listen: (listener) => utility.on('message', ({ data }) => listener(data as ProcessRequest)),
    };
  }
  return {
    post: (reply) => process.send?.(reply),
    listen: (listener) => {
      process.on('message', (message) => listener(message as ProcessRequest));
      process.on('disconnect', () => process.exit());
    },
  };
}

const parent = parentOf();
const design = new StorageSession();
const library = new LibrarySession();
parent.listen((request) =>
  parent.post(
    isLibraryRequest(request) ? library.answer(request) : design.answer(request, parent.post),
  ),
);
