/** `iblinkinfo`: a line a port, with the state of its link and what it could be (field/interop.md, 1.7). */
import type { FoundLink } from '../../model/records.ts';
import { describedEnd, isAggregationNode, lanesGbps } from './infiniband.ts';
import { type FoundReader, LinkList, numberedLines, refuseText } from './reading.ts';

const HEAD = /^(CA|Switch|Router):\s*(?:(0x[0-9a-f]+)\s+)?(.*?):?\s*$/;
const ARROW = '==(';
const PORT =
  /^\s*(?:0x[0-9a-f]+\s+)?(?:\d+\s+)?(\d+)\[[^\]]*\]\s*==\(([^)]*)\)==>\s*(?:0x[0-9a-f]+\s+)?(?:(\d+)\s+)?(\d*)\[[^\]]*\]\s*"([^"]*)"\s*(?:\((.*)\))?\s*$/;

export const IBLINKINFO: FoundReader = {
  format: 'iblinkinfo',
  // Bounded, so that a text of nothing but brackets is no work.
  recognises: (text) => /\[[^\][\n]{0,40}\]\s{0,8}==\([^)(\n]{0,200}\)==>/.test(text),
  read,
};

function read(text: string): ReturnType<FoundReader['read']> {
  refuseText(text);
  const links = new LinkList();
  let node = '';
  for (const [line, source] of numberedLines(text)) {
    const head = HEAD.exec(source);
    if (head && !source.includes(ARROW)) {
      const [, , guid = '', description = ''] = head;
      node = description.trim() === '' ? guid : description.trim();
      continue;
    }
    if (!source.includes(ARROW)) continue;
    const port = PORT.exec(source);
    if (!port || node === '') {
      links.fault(line, 'line', { text: source.trim().slice(0, 80) });
      continue;
    }
    const [, own = '', link = '', , peerPort = '', description = '', could = ''] = port;
    // The node itself says the same of it again.
    if (isAggregationNode(node)) continue;
    if (isAggregationNode(description)) {
      links.leaveInside();
      continue;
    }
    const a = describedEnd(node, own);
    const b = description === '' ? null : describedEnd(description, peerPort);
    links.add(line, { a, b, ...linkOf(link, could) }, [link, could].map(squeezed).join(' ').trim());
  }
  return links.reading('iblinkinfo');
}

function squeezed(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** `4X 106.25 Gbps Active/ LinkUp` with what it could be behind it. */
function linkOf(link: string, could: string): Pick<FoundLink, 'state' | 'speedGbps'> {
  const [, width = '', rate = ''] = /(\d+)X\s+([\d.]+)\s*Gbps/i.exec(link) ?? [];
  const speedGbps = lanesGbps(width, rate);
  if (/\b(down|disabled)\b/i.test(link)) return { state: 'down', speedGbps: null };
  if (/could be/i.test(could)) return { state: 'degraded', speedGbps };
  return { state: /\bactive\b/i.test(link) ? 'up' : 'unknown', speedGbps };
}
