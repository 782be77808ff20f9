/**
 * The analysis, kept while the design is edited. From scratch or edit by edit, the same design always gives
 * the same analysis: results are functions of records, made in the order of ids, and kept in sorted tables.
 */
import type { Design } from '../model/design.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { DeviceId, DeviceTypeId } from '../model/ids.ts';
import type { Rack } from '../model/records.ts';
import type { KeptByEnds } from '../routing/landing.ts';
import { turnedAmong } from '../routing/turned-sides.ts';
import { analyseCable, type CableResult } from './cable-result.ts';
import { analyseDevice, type DeviceResult } from './device-result.ts';
import type { FabricWays } from './fabric-graph.ts';
import { PathLedger } from './fabric-paths.ts';
import { compareFaceplates } from './faceplates.ts';
import { compareFindings, compareIds, type FindingSource } from './finding.ts';
import { FloorLedger } from './floor-findings.ts';
import { FoundLedger } from './found-ledger.ts';
import { gapFinding } from './gap-findings.ts';
import { type Gap, GapLedger } from './gaps.ts';
import { GrowthLedger, roomFinding, type Vacancy } from './growth.ts';
import { growthFindings } from './growth-rule.ts';
import {
  cablesIn,
  cablesInRack,
  insideOf,
  type KeptDevice,
  type KeptRack,
  placedIn,
  plugsIn,
  resultsIn,
  resultsThrough,
  withGap,
} from './kept-records.ts';
import { LabelLedger } from './label-ledger.ts';
import { latencyFindings } from './latency-rule.ts';
import { wayCable } from './latency-values.ts';
import { fullerOf, fullestRow, isOverfull } from './pathways.ts';
import { NO_PORTS } from './port-count.ts';
import { analyseRack, type RackResult } from './rack-result.ts';
import { RowTable } from './row-table.ts';
import { tabulate } from './tables.ts';
import { applyAndTouch, everythingIn, type Stale, Touched } from './touched.ts';
import { TrayBook } from './tray-book.ts';
import { analyseType, type TypeResult } from './type-result.ts';
import type { Analysis, Counts, FaceplateRow, PathwayRow } from './types.ts';
import { WorkingDesign } from './working-design.ts';

/** An analysis that follows a design. */
export interface Analyser {
  /** The design as it is now. */
  readonly design: Design;
  readonly analysis: Analysis;
  /** Its findings, the gravest first, not yet spelt out. */
  readonly sources: readonly FindingSource[];
  /** The row of the pathway that holds most, the first of those alike; null where there is none. */
  readonly fullest: PathwayRow | null;
  /**
   * Follows one edit.
   * @throws DiffError when the diff does not fit the design
   */
  update(diff: Diff): Analysis;
}

/** Analyses a design from scratch. */
export function analyse(design: Design): Analysis {
  return createAnalyser(design).analysis;
}

/**
 * Analyses a design, and then follows its edits.
 * @param landings of a design that differs in its cables at most, where somebody keeps them
 */
export function createAnalyser(design: Design, landings: KeptByEnds | null = null): Analyser {
  return new DesignAnalyser(design, landings);
}

function byDeviceId(a: DeviceResult, b: DeviceResult): number {
  return compareIds(a.placed.device.id, b.placed.device.id);
}

function byCableId(a: CableResult, b: CableResult): number {
  return compareIds(a.cable.id, b.cable.id);
}

function byRowId(a: { row: { id: string } }, b: { row: { id: string } }): number {
  return compareIds(a.row.id, b.row.id);
}

function isSwitch(device: DeviceResult | undefined): boolean {
  return device?.placed.type.category === 'switch';
}

const NOTHING: readonly never[] = [];

/** Rows that go and rows that come, gathered over one update. */
class Exchange<Row> {
  readonly #table: RowTable<Row>;
  readonly #removed: Row[] = [];
  readonly #added: Row[] = [];

  constructor(table: RowTable<Row>) {
    this.#table = table;
  }

  swapOne(removed: Row | undefined, added: Row | undefined): void {
    if (removed !== undefined) this.#removed.push(removed);
    if (added !== undefined) this.#added.push(added);
  }

  swap(removed: readonly Row[], added: readonly Row[]): void {
    for (let at = 0; at < removed.length; at += 1) this.#removed.push(removed[at] as Row);
    for (let at = 0; at < added.length; at += 1) this.#added.push(added[at] as Row);
  }

  done(): void {
    this.#table.replace(this.#removed, this.#added);
  }
}

class DesignAnalyser implements Analyser {
  #base: Design;
  #pending: Diff[] = [];
  readonly #working: WorkingDesign;
  readonly #types = new Map<DeviceTypeId, TypeResult>();
  readonly #gaps = new GapLedger();
  readonly #growth = new GrowthLedger();
  readonly #paths = new PathLedger();
  readonly #trays = new TrayBook();
  readonly #found = new FoundLedger();
  readonly #labels = new LabelLedger();
  readonly #floor = new FloorLedger();
  readonly #fabrics = new Map<string, FabricWays>();
  readonly #pathFindings = new Map<string, readonly FindingSource[]>();
  readonly #groupFindings = new Map<string, FindingSource>();
  readonly #findingRows = new RowTable<FindingSource>(compareFindings);
  readonly #faceplateRows = new RowTable<FaceplateRow>(compareFaceplates);
  readonly #cableResults = new RowTable<CableResult>(byCableId);
  readonly #deviceResults = new RowTable<DeviceResult>(byDeviceId);
  readonly #rackResults = new RowTable<RackResult>(byRowId);
  readonly #tally = { nodes: 0, switches: 0, ports: 0, cages: 0, links: 0 };
  readonly #vacancyOf = (id: DeviceId): Vacancy =>
    this.#working.keptDevices.get(id)?.result?.ports.data ?? NO_PORTS;
  readonly #unitsOf = (group: Pick<Gap, 'about' | 'of'>): readonly string[] =>
    withGap(this.#working, group);
  #growthFindings: readonly FindingSource[] = NOTHING;
  #analysis: Analysis;

  constructor(design: Design, landings: KeptByEnds | null) {
    this.#base = design;
    this.#working = new WorkingDesign(design, landings);
    this.#analysis = this.#follow(everythingIn(this.#working));
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  get sources(): readonly FindingSource[] {
    return this.#findingRows.rows.all;
  }

  get fullest(): PathwayRow | null {
    const inRacks = fullestRow(this.#rackResults.rows.all.map(({ pathways }) => pathways));
    return this.#trays.results().reduce((most, { row }) => fullerOf(most, row), inRacks);
  }

  get design(): Design {
    for (const diff of this.#pending) this.#base = applyDiff(this.#base, diff);
    this.#pending = [];
    return this.#base;
  }

  update(diff: Diff): Analysis {
    const touched = applyAndTouch(this.#working, diff);
    this.#pending.push(diff);
    this.#found.touch(diff);
    this.#labels.touch(diff);
    this.#analysis = this.#follow(touched);
    return this.#analysis;
  }

  #follow(touched: Stale): Analysis {
    this.#followRecords(touched);
    const turned = this.#turnCables(touched);
    if (turned) this.#followRecords(turned);
    const findings = new Exchange(this.#findingRows);
    this.#followTypes(touched, findings);
    this.#followGroups(findings);
    this.#followGrowth(findings);
    this.#followPaths(findings);
    this.#followTrays(touched, findings);
    this.#followFound(findings);
    this.#followLabels(findings);
    this.#followFloor(findings);
    findings.done();
    return tabulate({
      counts: this.#counts(),
      findings: this.#findingRows.rows,
      waivers: this.#working.waivers,
      faceplates: this.#faceplateRows.rows,
      cables: this.#cableResults.rows,
      devices: this.#deviceResults.rows,
      racks: this.#rackResults.rows,
      trays: this.#trays.results(),
      fabrics: [...this.#fabrics.values()].sort((a, b) => compareIds(a.fabric, b.fabric)),
    });
  }

  #followRecords(touched: Stale): void {
    const findings = new Exchange(this.#findingRows);
    this.#followCables(touched, findings);
    this.#followDevices(touched, findings);
    this.#followRacks(touched, findings);
    findings.done();
  }

  /**
   * Turns cables to the other side of the racks whose ways are too full, now that all are led along the nearer side.
   * @returns what that makes stale; null where none is turned
   */
  #turnCables({ racks }: Stale): Touched | null {
    let stale: Touched | null = null;
    for (const rack of racks) {
      const { record, result } = rack;
      // What is kept of a rack was found when it was stale itself; here it is only beside one that was.
      if (!record || !result || this.#working.turnedIn(rack.id)) continue;
      if (!isOverfull(result.pathways)) continue;
      const turned = turnedAmong(this.#working, record, cablesInRack(rack));
      if (turned.size === 0) continue;
      this.#working.keepTurned(rack.id, turned);
      stale ??= new Touched();
      for (const id of turned) {
        const cable = this.#working.keptCables.get(id);
        if (cable) stale.led(cable);
      }
    }
    return stale;
  }

  #followCables({ cables }: Stale, findings: Exchange<FindingSource>): void {
    const results = new Exchange(this.#cableResults);
    for (const kept of cables) {
      const { id, result: before, record } = kept;
      const after =
        record && analyseCable(this.#working, record, this.#working.land(kept, record), before);
      kept.result = after;
      results.swapOne(before, after);
      findings.swap(before?.findings ?? NOTHING, after?.findings ?? NOTHING);
      this.#gaps.replace(id, before?.gaps ?? NOTHING, after?.gaps ?? NOTHING);
      this.#paths.replace(id, before?.ways ?? null, after?.ways ?? null);
      this.#trays.replace(before?.trays ?? NOTHING, after?.trays ?? NOTHING);
      this.#tally.links += (after?.cable.ends.a.length ?? 0) - (before?.cable.ends.a.length ?? 0);
    }
    results.done();
  }

  #followDevices({ devices }: Stale, findings: Exchange<FindingSource>): void {
    const results = new Exchange(this.#deviceResults);
    for (const kept of devices) {
      const { id, result: before } = kept;
      const after = this.#analyseDevice(kept);
      kept.result = after;
      results.swapOne(before, after);
      findings.swap(before?.findings ?? NOTHING, after?.findings ?? NOTHING);
      this.#gaps.replace(id, before?.gaps ?? NOTHING, after?.gaps ?? NOTHING);
      const patterns = after?.attachment.patterns ?? NOTHING;
      this.#growth.replace(id, before?.attachment.patterns ?? NOTHING, patterns);
      if (isSwitch(before) || isSwitch(after)) this.#growth.touchSwitch(id);
      if (before) this.#tallyDevice(before, -1);
      if (after) this.#tallyDevice(after, 1);
    }
    results.done();
  }

  #analyseDevice(kept: KeptDevice): DeviceResult | undefined {
    const { placed, rack } = kept;
    if (!placed || !rack) return undefined;
    return analyseDevice(placed, {
      design: this.#working,
      rack: rack.record,
      neighbours: placedIn(rack),
      cables: cablesIn(kept),
      plugs: plugsIn(kept),
      inside: insideOf(kept),
    });
  }

  #followRacks({ racks }: Stale, findings: Exchange<FindingSource>): void {
    const results = new Exchange(this.#rackResults);
    for (const kept of racks) {
      const { record: rack, result: before } = kept;
      const after = rack && this.#analyseRack(rack, kept);
      kept.result = after;
      results.swapOne(before, after);
      findings.swap(before?.findings ?? NOTHING, after?.findings ?? NOTHING);
    }
    results.done();
  }

  #analyseRack(rack: Rack, kept: KeptRack): RackResult {
    return analyseRack(this.#working.settings, rack, resultsIn(kept), resultsThrough(kept));
  }

  #followTypes({ types }: Stale, findings: Exchange<FindingSource>): void {
    const rows = new Exchange(this.#faceplateRows);
    for (const id of types) {
      const type = this.#working.deviceTypes.get(id);
      const before = this.#types.get(id);
      const after = type && analyseType(type);
      rows.swap(before?.faceplates ?? NOTHING, after?.faceplates ?? NOTHING);
      findings.swap(before?.findings ?? NOTHING, after?.findings ?? NOTHING);
      if (after) this.#types.set(id, after);
      else this.#types.delete(id);
    }
    rows.done();
  }

  #followGroups(findings: Exchange<FindingSource>): void {
    for (const [key, group] of this.#gaps.takeTouched(this.#unitsOf)) {
      this.#putGroup(`gap ${key}`, group && gapFinding(this.#working, group), findings);
    }
    for (const [key, siblings] of this.#growth.takeTouched()) {
      const finding = siblings && roomFinding(this.#working, siblings, this.#vacancyOf);
      this.#putGroup(`room ${key}`, finding, findings);
    }
  }

  /** What is to come is a line or two: it is looked at anew after every edit. */
  #followGrowth(findings: Exchange<FindingSource>): void {
    const { growth } = this.#working.settings;
    const after = growth.flatMap((each) =>
      growthFindings(this.#working, each, this.#growth.ofType(each.typeId), this.#vacancyOf),
    );
    findings.swap(this.#growthFindings, after);
    this.#growthFindings = after;
  }

  #followTrays({ rows }: Stale, findings: Exchange<FindingSource>): void {
    for (const [before, after] of this.#trays.follow(this.#working, rows)) {
      findings.swap(before ? [before] : NOTHING, after ? [after] : NOTHING);
    }
  }

  #followFound(findings: Exchange<FindingSource>): void {
    const { before, after } = this.#found.follow(this.#working);
    findings.swap(before, after);
  }

  #followLabels(findings: Exchange<FindingSource>): void {
    const { before, after } = this.#labels.follow(this.#working);
    findings.swap(before, after);
  }

  #followFloor(findings: Exchange<FindingSource>): void {
    const { before, after } = this.#floor.follow(this.#working);
    findings.swap(before, after);
  }

  #followPaths(findings: Exchange<FindingSource>): void {
    for (const [fabric, ways] of this.#paths.takeTouched()) {
      const after = ways ? this.#latencyFindings(ways) : NOTHING;
      findings.swap(this.#pathFindings.get(fabric) ?? NOTHING, after);
      this.#pathFindings.set(fabric, after);
      if (ways) this.#fabrics.set(fabric, ways);
      else this.#fabrics.delete(fabric);
    }
  }

  #latencyFindings(ways: FabricWays): readonly FindingSource[] {
    return latencyFindings(this.#working, ways, (id) => {
      const result = this.#working.keptCables.get(id)?.result;
      return result && wayCable(this.#working, result);
    });
  }

  #putGroup(key: string, finding: FindingSource | null, findings: Exchange<FindingSource>): void {
    const before = this.#groupFindings.get(key);
    findings.swap(before ? [before] : NOTHING, finding ? [finding] : NOTHING);
    if (finding) this.#groupFindings.set(key, finding);
    else this.#groupFindings.delete(key);
  }

  #tallyDevice({ placed: { type } }: DeviceResult, sign: 1 | -1): void {
    if (type.category === 'node') this.#tally.nodes += sign;
    if (type.category === 'switch') this.#tally.switches += sign;
    this.#tally.ports += sign * type.ports.length;
    this.#tally.cages += sign * type.cages.length;
  }

  #counts(): Counts {
    const { racks, devices, deviceTypes, cables } = this.#working;
    return {
      racks: racks.size,
      devices: devices.size,
      deviceTypes: deviceTypes.size,
      cables: cables.size,
      ...this.#tally,
    };
  }
}
