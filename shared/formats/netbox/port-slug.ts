/**
 * What NetBox's type slugs say about a port: the opening it needs, its speed and, where the cage leaves no
 * doubt, its lanes. Slugs that no rule knows are kept as they are and say nothing.
 */
import type { FormFactor } from '../../model/device-type.ts';

export interface SlugFacts {
  readonly formFactor: FormFactor;
  readonly speedGbps: number | null;
  readonly lanes: number | null;
  /** False for virtual, aggregated, bridged and wireless interfaces, which take no cable. */
  readonly cabled: boolean;
  /** True where a rule knew the slug. */
  readonly known: boolean;
}

const CAGES: ReadonlyMap<string, readonly [FormFactor, lanes: number | null]> = new Map<
  string,
  readonly [FormFactor, lanes: number | null]
>([
  ['sfp', ['sfp', 1]],
  ['sfpp', ['sfp', 1]],
  ['sfp28', ['sfp', 1]],
  ['sfp56', ['sfp', 1]],
  ['sfp112', ['sfp', 1]],
  ['sfpdd', ['sfp-dd', 2]],
  ['dsfp', ['sfp-dd', 2]],
  ['qsfpp', ['qsfp', 4]],
  ['qsfp28', ['qsfp', 4]],
  ['qsfp56', ['qsfp', 4]],
  ['qsfp112', ['qsfp', 4]],
  ['qsfpdd', ['qsfp-dd', 8]],
  ['qsfpdd1600', ['qsfp-dd', 8]],
  ['osfp', ['osfp', 8]],
  ['osfp1600', ['osfp', 8]],
  ['osfp-rhs', ['osfp-rhs', 8]],
  ['osfp1600-rhs', ['osfp-rhs', 8]],
  ['osfpxd', ['osfp-xd', 16]],
  ['xfp', ['other', 1]],
  ['gbic', ['other', 1]],
  ['xenpak', ['other', null]],
  ['x2', ['other', null]],
  ['cxp', ['other', null]],
  ['cdfp', ['other', null]],
  ['cfp', ['cfp', null]],
  ['cfp2', ['cfp', null]],
  ['cfp4', ['cfp', 4]],
  ['cfp8', ['cfp', null]],
  ['cpak', ['cfp', null]],
]);

/** InfiniBand slugs name a rate: speed of four lanes, Gb/s, and the cage that rate comes in. */
const INFINIBAND: ReadonlyMap<string, readonly [speed: number, FormFactor]> = new Map<
  string,
  readonly [speed: number, FormFactor]
>([
  ['sdr', [10, 'qsfp']],
  ['ddr', [20, 'qsfp']],
  ['qdr', [40, 'qsfp']],
  ['fdr10', [40, 'qsfp']],
  ['fdr', [56, 'qsfp']],
  ['edr', [100, 'qsfp']],
  ['hdr', [200, 'qsfp']],
  ['ndr', [400, 'osfp']],
  ['xdr', [800, 'osfp']],
]);

const SOCKETS: ReadonlyMap<string, FormFactor> = new Map<string, FormFactor>([
  ['rj-45', 'rj45'],
  ['8p8c', 'rj45'],
  ['rj-11', 'rj45'],
  ['rj-12', 'rj45'],
  ['usb-a', 'usb'],
  ['usb-b', 'usb'],
  ['usb-c', 'usb'],
  ['usb-mini-a', 'usb'],
  ['usb-mini-b', 'usb'],
  ['usb-micro-a', 'usb'],
  ['usb-micro-b', 'usb'],
  ['lc', 'lc'],
  ['lc-apc', 'lc'],
  ['lc-upc', 'lc'],
  ['lc-pc', 'lc'],
  ['mpo', 'mpo'],
  ['mtp', 'mpo'],
  ['sn', 'sn'],
  ['iec-60320-c13', 'c13'],
  ['iec-60320-c14', 'c14'],
  ['iec-60320-c19', 'c19'],
  ['iec-60320-c20', 'c20'],
  ['dc-terminal', 'dc'],
]);

/** Telephone lines, stacking and access networks: known by name, without a form factor or a speed of ours. */
const NAMED_ONLY =
  /^(sonet-oc\d+|[te][13]|xdsl|docsis|moca|[begx]pon|\d+g-e?pon|xgs?-pon|ng-pon2|cisco-(stackwise|flexstack)(-[a-z\d]+)?|juniper-vcp|extreme-summitstack(-\d+)?)$/;

const UNCABLED = /^(virtual|bridge|lag|ieee802\.|other-wireless|gsm|cdma|lte|[45]g$)/;

/** Reads a slug such as `400gbase-x-osfp`, `infiniband-ndr`, `rj-45` or `iec-60320-c14`. */
export function slugFacts(slug: string): SlugFacts {
  if (UNCABLED.test(slug)) return facts('other', null, null, false);
  const socket = SOCKETS.get(slug);
  if (socket) return facts(socket, null, null);
  const infiniband = INFINIBAND.get(slug.replace(/^infiniband-/, ''));
  if (slug.startsWith('infiniband-') && infiniband) return facts(infiniband[1], infiniband[0], 4);
  const ethernet = /^([\d.]+)(m|g|t)?base-(.+)$/.exec(slug);
  if (ethernet) return ethernetFacts(speedOf(ethernet[1], ethernet[2]), ethernet[3] ?? '');
  const fibreChannel = /^(\d+)gfc-(.+)$/.exec(slug);
  const cage = CAGES.get(fibreChannel?.[2] ?? '');
  if (fibreChannel && cage) return facts(cage[0], Number(fibreChannel[1]), cage[1]);
  return {
    formFactor: 'other',
    speedGbps: null,
    lanes: null,
    cabled: true,
    known: slug === 'other' || NAMED_ONLY.test(slug),
  };
}

function facts(
  formFactor: FormFactor,
  speedGbps: number | null,
  lanes: number | null,
  cabled = true,
): SlugFacts {
  return { formFactor, speedGbps, lanes, cabled, known: true };
}

/** `100` alone is megabits, as in 100base-tx. */
function speedOf(digits: string | undefined, scale: string | undefined): number | null {
  const number = Number(digits);
  if (!Number.isFinite(number)) return null;
  if (scale === 't') return number * 1000;
  return scale === 'g' ? number : number / 1000;
}

function ethernetFacts(speedGbps: number | null, medium: string): SlugFacts {
  const cage = CAGES.get(medium.replace(/^x-/, ''));
  if (medium.startsWith('x-')) {
    if (!cage) return { formFactor: 'other', speedGbps, lanes: null, cabled: true, known: false };
    return facts(cage[0], speedGbps, cage[1]);
  }
  if (/^t[x1]?\d*$/.test(medium)) return facts('rj45', speedGbps, null);
  if (medium.startsWith('k')) return facts('other', speedGbps, null);
  // Fixed optics and twinax: the slug names the optic, not an opening.
  return facts(/^(sr|dr|lr|er|zr|fr|fx|sx|lx|vr)/.test(medium) ? 'lc' : 'other', speedGbps, null);
}
