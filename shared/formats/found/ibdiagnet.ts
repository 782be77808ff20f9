/** The topology file of `ibdiagnet`: a node a block, a line a port (field/interop.md, 1.7). */
import type { FoundEnd } from '../../model/records.ts';
import { adapterPort } from './infiniband.ts';
import { type FoundReader, LinkList, numberedLines, refuseText } from './reading.ts';

const HEAD = /^(\S+)\s+(\S.*?)\s*$/;
const PORT = /^\s+(\S+)\s+-(\d+)x-([\d.]+)G?->\s+(\S+)\s+(\S+)\s+(\S+)\s*$/;

export const IBDIAGNET: FoundReader = {
  format: 'ibdiagnet',
  recognises: (text) => /^\s+\S+\s+-\d+x-[\d.]+G?->\s+\S/m.test(text),
  read,
};

function read(text: string): ReturnType<FoundReader['read']> {
  refuseText(text);
  const links = new LinkList();
  let device = '';
  for (const [line, source] of numberedLines(text)) {
    if (source.trim() === '' || source.startsWith('#')) {
      device = source.startsWith('#') ? device : '';
      continue;
    }
    const port = PORT.exec(source);
    if (port && device !== '') {
      const [, own = '', width = '', rate = '', , peer = '', peerPort = ''] = port;
      const [lanes, lane] = [Number(width), Number(rate)];
      const speedGbps = lanes > 0 && lane > 0 ? lanes * lane : null;
      const a = endOf(device, own);
      links.add(
        line,
        { a, b: endOf(peer, peerPort), state: 'up', speedGbps },
        `${width}x ${rate}G`,
      );
      continue;
    }
    const head = /^\S/.test(source) ? HEAD.exec(source) : null;
    if (head) device = head[2] ?? '';
    else links.fault(line, 'line', { text: source.trim().slice(0, 80) });
  }
  return links.reading('ibdiagnet');
}

/** `P33` of a switch, `mlx5_0/P1` of a channel adapter. */
function endOf(device: string, port: string): FoundEnd {
  const adapter = /^(.+)\/P?(\d+)$/.exec(port);
  if (adapter && /^(mlx|ibp|hca)/i.test(adapter[1] ?? '')) {
    return { device, port: adapterPort(adapter[1] ?? '', adapter[2] ?? '') };
  }
  return { device, port };
}
