/** The type slugs that NetBox has for ports other than interfaces. */
import type { PortKind } from '../../model/device-type.ts';

const CONSOLE =
  /^(de-9|db-25|rj-(11|12|45)|mini-din-8|usb-(a|b|c|mini-[ab]|micro-(a|b|ab))|other)$/;

const IEC = String.raw`iec-(60320-c\d+|60309-[a-z0-9-]+|60906-1|75-2-[a-z-]+)`;
const REGIONAL = String.raw`nema-l?\d+-\d+[pr]|cs\d+[a-z]*|nbr-14136-[a-z0-9-]+|ita-[a-z-]+\d*|bs-\d+[a-z-]*|as-\d+[a-z-]*`;
const DIRECT = String.raw`dc-terminal|saf-d-grid|hdot-cx|hardwired|eaton-c39|neutrik-[a-z0-9-]+|ubiquiti-smartpower|molex-[a-z0-9-]+|usb-[a-z0-9-]+|other`;
const POWER = new RegExp(`^(${IEC}|${REGIONAL}|${DIRECT})$`);

const COPPER = String.raw`8p[8642]c|6p[642]c|4p[42]c|gg45|tera-[421]p|110-punch|bnc|f|n|mrj21`;
const OPTIC = String.raw`(fc|lc|sc|lsh|lx5)(-p?pc|-upc|-apc)?|mpo|mtrj|st|cs|sn|sma-90[56]|urm-p[248]|splice`;
const PATCH = new RegExp(`^(${COPPER}|${OPTIC}|usb-[a-z-]+|other)$`);

const SLUGS: Readonly<Record<Exclude<PortKind, 'interface'>, RegExp>> = {
  front: PATCH,
  rear: PATCH,
  console: CONSOLE,
  consoleServer: CONSOLE,
  powerInlet: POWER,
  powerOutlet: POWER,
};

/** Whether a slug is one that ports of the kind have in NetBox. */
export function isSlugOfKind(slug: string, kind: Exclude<PortKind, 'interface'>): boolean {
  return SLUGS[kind].test(slug);
}
