/** `ibnetdiscover`: blocks of a switch or a channel adapter, with a line a port (field/interop.md, 1.7). */
import { describedEnd, generationGbps, isAggregationNode } from './infiniband.ts';
import { type FoundReader, LinkList, numberedLines, refuseText } from './reading.ts';

const BLOCK = /^(Switch|Ca|Rt)\s+(\d+)\s+"([^"]*)"\s*#\s*"([^"]*)"/;
const PORT = /^\[(\d+)\](?:\([0-9a-f]+\))?\s+"([^"]*)"\[(\d+)\](?:\([0-9a-f]+\))?\s*(?:#(.*))?$/;

interface Block {
  readonly guid: string;
  readonly description: string;
}

export const IBNETDISCOVER: FoundReader = {
  format: 'ibnetdiscover',
  recognises: (text) => /^(?:Switch|Ca|Rt)\t? *\d+ "[SHR]-[0-9a-f]+"/m.test(text),
  read,
};

function read(text: string): ReturnType<FoundReader['read']> {
  refuseText(text);
  const links = new LinkList();
  const names = namesOf(text);
  let block: Block | null = null;
  for (const [line, source] of numberedLines(text)) {
    const head = BLOCK.exec(source);
    if (head) {
      block = { guid: head[3] ?? '', description: head[4] ?? '' };
      continue;
    }
    if (!source.startsWith('[')) continue;
    const port = PORT.exec(source);
    if (!port || !block) {
      links.fault(line, 'line', { text: source.slice(0, 80) });
      continue;
    }
    const [, own = '', peer = '', peerPort = '', comment = ''] = port;
    // At an adapter its own LID comes first, so that what is quoted is the peer, and what follows its speed.
    const said = /"([^"]*)"(.*)$/.exec(comment);
    const description = names.get(peer) ?? said?.[1] ?? '';
    // The node itself says the same of it again.
    if (isAggregationNode(block.description)) continue;
    if (isAggregationNode(description)) {
      links.leaveInside();
      continue;
    }
    const speed = /(\d+x[A-Z]+\d*)\s*$/.exec(comment.trim())?.[1] ?? '';
    const a = describedEnd(nameOr(block.description, block.guid), own);
    const b = describedEnd(nameOr(description, peer), peerPort);
    links.add(line, { a, b, state: 'up', speedGbps: generationGbps(speed) }, speed);
  }
  return links.reading('ibnetdiscover');
}

function nameOr(description: string, guid: string): string {
  return description.trim() === '' ? guid : description;
}

/** Descriptions by GUID: what a node says of itself is the same at both ends of its links. */
function namesOf(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, source] of numberedLines(text)) {
    const head = BLOCK.exec(source);
    if (head) names.set(head[3] ?? '', head[4] ?? '');
  }
  return names;
}
