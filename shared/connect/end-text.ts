/** What an end is called: "leaf-1 1/2". */
import type { Design } from '../model/design.ts';
import { portAt } from '../rules/port-lookup.ts';
import { say } from '../text/index.ts';
import type { AskedEnd } from './pairs.ts';

/** The device and the port of an end; for a free one the device, or how many it may be of. */
export function endText(design: Design, end: AskedEnd): string {
  switch (end.end) {
    case 'port': {
      const place = portAt(design, end.ref);
      if (!place) return end.ref.portId;
      return say('connect.end.port', { device: place.device.name, port: place.port.name });
    }
    case 'free': {
      const [first, ...others] = end.devices.map((id) => design.devices.get(id)?.name ?? id);
      return say('connect.end.free', { device: first ?? '', others: others.length });
    }
    case 'none':
      return end.text;
    default:
      return end satisfies never;
  }
}
