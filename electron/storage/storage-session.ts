/** What a storage process does: it holds one design file open and answers calls on it, one after the other. */

import { clusterDesign, readClusterSpec } from '../../shared/cluster/index.ts';
import type { ReadOnlyReason } from '../../shared/contract/ipc.ts';
import { type Design, designFromRecords, recordsOf } from '../../shared/model/design.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { Departure, type DesignPart } from './departure.ts';
import { commitDiff, createDesignFile, refusingEdits, saveCopy } from './design-file.ts';
import { fileName, identityOf, isSameFile } from './file-identity.ts';
import { type DesignFile, openDesignFile } from './open-design-file.ts';
import { readDiff } from './read-diff.ts';
import { StorageError, storageError } from './storage-error.ts';
import type {
  NewContent,
  OpenedRecords,
  StorageCallName,
  StorageCalls,
  StorageReply,
  StorageRequest,
} from './storage-protocol.ts';
import { createVersion, listVersions, readVersion } from './versions.ts';

type Handlers = {
  readonly [N in StorageCallName]: (
    input: StorageCalls[N]['in'],
    send: (part: DesignPart) => void,
  ) => StorageCalls[N]['out'];
};

export class StorageSession {
  #file: DesignFile | null = null;
  /** Name of the file last asked for: what an error speaks of. */
  #name = '';

  readonly #handlers: Handlers = {
    open: ({ file }, send) => this.#open(file, send),
    create: ({ file, content }, send) => {
      this.#name = fileName(file);
      const tell =
        (phase: 'build' | 'write') =>
        (done: number, total: number): void =>
          send({ part: 'making', phase, done, total });
      if (!('records' in content)) tell('build')(0, 0);
      createDesignFile(file, contentOf(content, tell('build')), { onWritten: tell('write') });
      return this.#open(file, send);
    },
    commit: ({ label, diff }) => {
      const file = this.#opened();
      refusingEdits(file.name, () => commitDiff(file, { label, diff: readDiff(diff) }));
      return null;
    },
    saveAs: ({ file, records }) => this.#saveAs(file, records),
    listVersions: () => listVersions(this.#opened()),
    createVersion: ({ name, change }) => createVersion(this.#opened(), name, change),
    readVersion: ({ id }) => [...recordsOf(readVersion(this.#opened(), id))],
    close: () => {
      this.#close();
      return null;
    },
  };

  /** @param send what comes before the answer */
  answer(request: StorageRequest, send: (reply: StorageReply) => void): StorageReply {
    const { id, name, input } = request;
    try {
      // The request's type ties the name to its input; the compiler loses that tie in the look-up.
      const handle = this.#handlers[name] as (
        input: unknown,
        sendPart: (part: DesignPart) => void,
      ) => unknown;
      return { id, ok: true, value: handle(input, (coming) => send({ id, coming })) };
    } catch (error) {
      return { id, ok: false, refusal: storageError(error, this.#name).refusal };
    }
  }

  #open(file: string, send: (part: DesignPart) => void = () => {}): OpenedRecords {
    this.#close();
    this.#name = fileName(file);
    const departure = new Departure(send);
    const { file: opened, design, lastEdit } = openDesignFile(file, { mode: 'write', departure });
    this.#file = opened;
    const records = departure.departed ? [] : [...recordsOf(design)];
    return { records, readOnly: opened.readOnly, lastEdit };
  }

  /** From then on the new file is the design's own; until it stands, the old one stays open. */
  #saveAs(file: string, records: StorageCalls['saveAs']['in']['records']): ReadOnlyReason | null {
    this.#name = fileName(file);
    const own = this.#isOwn(file) ? this.#opened() : null;
    if (records === null) {
      if (own) return own.readOnly;
      saveCopy(this.#opened(), file);
    } else {
      this.#writeWhole(file, designFromRecords(records), own);
    }
    return this.#open(file).readOnly;
  }

  /** A file must be let go of before it can be written over; when that fails it is taken up again. */
  #writeWhole(file: string, design: Design, own: DesignFile | null): void {
    if (own) this.#close();
    try {
      createDesignFile(file, design, { replace: true });
    } catch (error) {
      if (own) this.#open(own.path);
      throw error;
    }
  }

  #isOwn(file: string): boolean {
    const identity = this.#file?.writer?.identity;
    return identity !== undefined && isSameFile(identity, identityOf(file));
  }

  #close(): void {
    this.#file?.close();
    this.#file = null;
  }

  #opened(): DesignFile {
    if (this.#file) return this.#file;
    throw new StorageError('vanished', { file: this.#name });
  }
}

/** @throws RangeError when a specification cannot be built */
function contentOf(content: NewContent, onLinks: (done: number, total: number) => void): Design {
  if ('records' in content) return designFromRecords(content.records);
  if ('sample' in content) return buildSample(content.sample, onLinks);
  const { spec, types } = content.cluster;
  return clusterDesign(readClusterSpec(spec), types, onLinks);
}
