import { describe, expect, it } from 'vitest';
import type { Answer, Calls } from '../../shared/contract/ipc.ts';
import { type CommitQueue, createCommitQueue } from './commit-queue.ts';
import { type TestEditor, testEditor } from './test-editor.ts';

type Commit = Calls['design.commit']['in'];

interface Disk {
  readonly commits: Commit[];
  /** Records that were saved from memory, each time. */
  readonly savedRecords: (number | null)[];
  /** What the next commit is answered with; null is success. */
  refuse: 'full' | 'gone' | null;
}

function onDisk(readOnly: 'in-use' | null = null): {
  test: TestEditor;
  queue: CommitQueue;
  disk: Disk;
} {
  const test = testEditor();
  const disk: Disk = { commits: [], savedRecords: [], refuse: null };
  const queue = createCommitQueue({
    editor: test.editor,
    handle: 'h1',
    readOnly,
    now: () => '2026-03-01T12:31:00Z',
    calls: {
      async 'design.commit'(commit): Promise<Answer<{ revision: number }>> {
        await Promise.resolve();
        if (disk.refuse === 'gone') throw new Error('channel closed');
        if (disk.refuse === 'full') {
          return {
            ok: false,
            refusal: { code: 'disk-full', messageKey: 'storage.full', args: {} },
          };
        }
        disk.commits.push(commit);
        return { ok: true, value: { revision: commit.revision } };
      },
      'design.saveAs'({ records }) {
        disk.savedRecords.push(records?.length ?? null);
        const value = { handle: 'h2', name: 'Copy', place: '' };
        return Promise.resolve({ ok: true, value });
      },
    },
  });
  return { test, queue, disk };
}

describe('commits', () => {
  it('go one after the other, in order; "saved" comes after the last', async () => {
    const { test, queue, disk } = onDisk();
    expect(queue.state).toEqual({ state: 'saved', at: null });
    test.addRack();
    test.addRack();
    test.undo();
    expect(queue.state.state).toBe('saving');
    await queue.settled();
    expect(disk.commits.map((commit) => commit.revision)).toEqual([1, 2, 3]);
    expect(disk.commits[2]?.diff).toMatchObject({ removed: [expect.anything()] });
    expect(queue.state).toEqual({ state: 'saved', at: '2026-03-01T12:31:00Z' });
  });

  it.each(['full', 'gone'] as const)(
    'a disk that is %s keeps the design in memory',
    async (refuse) => {
      const { test, queue, disk } = onDisk();
      test.addRack();
      await queue.settled();
      disk.refuse = refuse;
      test.addRack();
      await queue.settled();
      test.addRack();
      expect(queue.state).toMatchObject({ state: 'failed', unsaved: 2 });
      expect(disk.commits).toHaveLength(1);
      expect(test.design.racks.size).toBe(3);
    },
  );

  it('Save As after a failure writes all records, and goes on there', async () => {
    const { test, queue, disk } = onDisk();
    disk.refuse = 'full';
    test.addRack();
    await queue.settled();
    disk.refuse = null;
    await queue.saveAs();
    await queue.settled();
    expect(disk.savedRecords).toEqual([3]);
    expect(queue.state.state).toBe('saved');
    test.addRack();
    await queue.settled();
    expect(disk.commits.map((commit) => commit.handle)).toEqual(['h2']);
  });

  it('Save As of a sound file leaves the copying to the file', async () => {
    const { test, queue, disk } = onDisk();
    test.addRack();
    await queue.saveAs();
    expect(disk.savedRecords).toEqual([null]);
    await queue.settled();
    expect(disk.commits).toHaveLength(1);
  });

  it('a file in use elsewhere is not written', async () => {
    const { test, queue, disk } = onDisk('in-use');
    test.addRack();
    await queue.settled();
    expect(disk.commits).toEqual([]);
    expect(queue.state).toEqual({ state: 'read-only', why: 'in-use' });
  });
});
