/**
 * What a cluster is generated from. Only the node type and the number of nodes must be said; everything else has the
 * usual value. `null` says: the usual for these nodes.
 */

import { z } from 'zod';
import { say } from '../text/index.ts';
import { refusal } from './refusal.ts';

const typeId = z.string().min(1).max(120);
const name = z.string().max(200);
const whole = z.int();
const share = z.number().min(0).max(1);
const tiers = z.union([z.literal('auto'), z.literal(1), z.literal(2), z.literal(3)]);

/** Where leaves stand: in a rack amid or behind those of their unit, atop their racks, or rail by rail together. */
const LEAF_PLACES = ['middle-of-row', 'end-of-row', 'top-of-rack', 'rail-racks'] as const;

/** Which tiers a cable joins. */
export type LinkClass = 'node-leaf' | 'leaf-spine' | 'spine-core';

const mediaRule = z.strictObject({
  /** Taken where it reaches and its plugs fit; `none` = no copper. */
  copper: z.enum(['dac', 'acc', 'aec', 'none']).default('dac'),
  /** Taken elsewhere; beyond its reach it is single mode. */
  light: z.enum(['aoc', 'mmf', 'smf', 'lpo']).default('mmf'),
});

const fabricShape = {
  /** Switches by id; null = what goes with the ports below. */
  leaf: typeId.nullable().default(null),
  spine: typeId.nullable().default(null),
  core: typeId.nullable().default(null),
  tiers: tiers.default('auto'),
  /** Downlinks of a leaf to each uplink. */
  oversubscription: z.number().min(1).max(64).default(1),
  /** Node ports to one port of a leaf; null = as the speeds ask for. */
  breakout: z
    .union([z.literal(1), z.literal(2), z.literal(4)])
    .nullable()
    .default(null),
  /** Nodes that share one set of leaves; null = as many as a leaf has ports for. */
  nodesPerUnit: whole.min(1).max(10_000).nullable().default(null),
};

const computeFabric = z.strictObject({
  name: name.min(1).default('compute'),
  /** Ports of a node that are cabled, each to a leaf of its own; null = all that it has for this. */
  rails: whole.min(1).max(64).nullable().default(null),
  ...fabricShape,
  /** Ports of leaves for something else than nodes, and what has them: a fabric manager. */
  extraPorts: whole.min(0).max(1000).default(0),
  extraType: typeId.default('catalog:nvidia-ufm-appliance'),
});

const extraFabric = z.strictObject({
  name: name.min(1),
  /** Ports a node, each to a leaf of its own. */
  ports: whole.min(1).max(16).default(1),
  ...fabricShape,
});

const clusterSpecSchema = z.strictObject({
  format: z.literal('plenum.cluster/1').default('plenum.cluster/1'),
  name: name.min(1).default('Cluster'),
  node: z.strictObject({
    type: typeId,
    count: whole.min(1).max(200_000),
    /** Nodes a rack; `auto` = as many as its units, power and weight allow. */
    perRack: z.union([z.literal('auto'), whole.min(1).max(60)]).default('auto'),
  }),
  racks: z
    .strictObject({
      heightU: whole.min(12).max(58).default(48),
      widthMm: z.number().min(500).max(1200).default(600),
      /** Racks of switches alone, which have vertical cable managers from 700 mm on. */
      networkWidthMm: z.number().min(500).max(1200).default(750),
      depthMm: z.number().min(600).max(1500).default(1200),
      maxPowerW: z.number().min(100).max(1_000_000).nullable().default(44_000),
      maxWeightKg: z.number().min(50).max(5000).nullable().default(1500),
      frontDoorOpen: share.nullable().default(0.64),
      rearDoorOpen: share.nullable().default(0.64),
      /** Racks in a row, at most. */
      perRow: whole.min(1).max(200).default(20),
    })
    .prefault({}),
  floor: z
    .strictObject({
      /** The corner that the first row begins at. */
      xMm: z.number().min(-1_000_000).max(1_000_000).default(0),
      yMm: z.number().min(-1_000_000).max(1_000_000).default(0),
      /** Between fronts that look at each other, and between backs. */
      coldAisleMm: z.number().min(300).max(10_000).default(1200),
      hotAisleMm: z.number().min(300).max(10_000).default(1200),
      /** Every second row looks the other way, so that fronts look at fronts. */
      alternate: z.boolean().default(true),
      /** Draws the aisles as areas. */
      aisles: z.boolean().default(true),
      contained: z.boolean().default(false),
    })
    .prefault({}),
  compute: computeFabric.prefault({}),
  fabrics: z.array(extraFabric).max(12).default([]),
  leaves: z.enum(LEAF_PLACES).default('middle-of-row'),
  media: z
    .strictObject({
      'node-leaf': mediaRule.prefault({}),
      'leaf-spine': mediaRule.prefault({}),
      'spine-core': mediaRule.prefault({}),
    })
    .prefault({}),
  /** Nodes to come: ports, switches and racks are kept for them. */
  growth: z.strictObject({ nodes: whole.min(0).max(200_000).default(0) }).prefault({}),
  /** Patterns of names; `{n}` counts, `{n:3}` with so many digits; `{letter}` counts A, B, … Z, AA. */
  names: z
    .strictObject({
      row: name.min(1).default('{letter}'),
      rack: name.min(1).default('{row}{n:2}'),
      node: name.min(1).default('node-{n:4}'),
      /** Of every tier; `{fabric}`, `{tier}`, and of leaves `{unit}` and `{rail}`. */
      switch: name.min(1).default('{fabric}-{tier}-{n:3}'),
      /** `{fabric}`, and `{class}`: n, s or c for cables to nodes, spines and cores; p for power cords. */
      cable: name.min(1).default('{fabric}-{class}{n:6}'),
    })
    .prefault({}),
  with: z
    .strictObject({
      /** Two power strips beside the rails of each rack of nodes. */
      pdus: z.boolean().default(true),
      pduType: typeId.default('catalog:generic-pdu-0u-24c19'),
      /**
       * Cords from every inlet to the strips, half of a device's to either; racks of switches get strips for it too. Not
       * unless asked for: in a large cluster they are half as many again as its cables.
       */
      cords: z.boolean().default(false),
      /** Open units closed in front. */
      blanks: z.boolean().default(true),
      /** Horizontal cable managers between switches. */
      managers: z.boolean().default(true),
      /** Trays over the rows and across them, as large as their cables ask for. */
      trays: z.boolean().default(true),
    })
    .prefault({}),
});

export type ClusterSpec = z.infer<typeof clusterSpecSchema>;
export type ClusterSpecInput = z.input<typeof clusterSpecSchema>;
export type ComputeFabric = ClusterSpec['compute'];
export type ExtraFabric = ClusterSpec['fabrics'][number];

/**
 * A spec with the usual values in the place of what it leaves out.
 * @throws RangeError naming the first thing that is wrong, where, and what is meant
 */
export function clusterSpec(input: unknown): ClusterSpec {
  const parsed = clusterSpecSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw refusal('shape', {
    where: where === '' ? say('cluster.no.whole') : where,
    reason: issue?.message ?? '',
  });
}

/** The spec that a record holds. @throws RangeError when it is none */
export function readClusterSpec(text: string): ClusterSpec {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refusal('json', { reason: (error as Error).message });
  }
  return clusterSpec(value);
}
