import type { RuleId } from './types.ts';

const RULES: Readonly<Record<RuleId, true>> = {
  ports: true,
  faceplate: true,
  reach: true,
  bundle: true,
  air: true,
  heat: true,
  latency: true,
  found: true,
  place: true,
  data: true,
};

/** All rules, in the order of the analysis. */
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];
