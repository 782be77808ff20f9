/** One rack to begin with: a GPU node, two leaf switches, their management and a power strip. */
import type { Design } from '../model/design.ts';
import { cagePorts, type Draft, port, startDraft } from './draft.ts';

/**
 * Six devices and a dozen cables. Everything is plugged at the rear: the node's rails look out there, so
 * the switches turn their ports to the rear as well, and blow the way the node does.
 */
export function buildFirstRack(): Design {
  const draft = startDraft('First rack');
  const rack = draft.rack('A01', { widthMm: 750, maxPowerW: 15_000 });
  const leaves = [38, 37].map((u, i) =>
    draft.device(rack, { name: `leaf-${i + 1}`, type: 'nvidia-qm9700', u, face: 'rear' }),
  );
  const mgmt = draft.device(rack, {
    name: 'mgmt-1',
    type: 'nvidia-sn2201',
    u: 35,
    face: 'rear',
  });
  const node = draft.device(rack, { name: 'gpu-1', type: 'nvidia-dgx-h100', u: 24, face: 'front' });
  const server = draft.device(rack, {
    name: 'login-1',
    type: 'generic-server-1u',
    u: 22,
    face: 'front',
  });
  const strip = draft.device(rack, {
    name: 'pdu-1',
    type: 'apc-ap8881',
    u: 1,
    face: 'rear',
    strip: 'right',
  });
  for (const [i, leaf] of leaves.entries()) {
    for (const k of [0, 1]) {
      const rail = 4 * i + 2 * k;
      const a = cagePorts(node, `osfp-${2 * i + k + 1}`);
      const b = cagePorts(leaf, `osfp-${k + 1}`);
      draft.cable({ medium: 'dac', awg: 26, fabric: 'compute', rail, a, b });
    }
  }
  const managed = [
    port(node, 'mgmt-1.1'),
    port(server, 'mgmt-1.1'),
    port(server, 'lan-1.1'),
    port(strip, 'lan-1.1'),
  ];
  for (const [i, a] of managed.entries()) {
    const b = [port(mgmt, `rj45-${i + 1}.1`)];
    draft.cable({ medium: 'base-t', fabric: 'management', a: [a], b });
  }
  powerCords(
    draft,
    [...leaves, mgmt, server].map((device) => port(device, 'psu-1.1')),
    strip.id,
  );
  return draft.build();
}

function powerCords(
  draft: Draft,
  inlets: readonly ReturnType<typeof port>[],
  stripId: string,
): void {
  for (const [i, inlet] of inlets.entries()) {
    const outlet = { deviceId: stripId, portId: `c13-${i + 1}.1` };
    draft.cable({ medium: 'power', fabric: 'power', a: [inlet], b: [outlet] });
  }
}
