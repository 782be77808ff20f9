/**
 * The one table of colours, light and dark: the window's surfaces and text, and the drawing on the canvas, in
 * pictures and on paper. Where both mean the same (selection, findings) they share one value.
 *
 * What must hold, and is tested: text on what lies under it at least 4.5:1, lines and states that carry
 * meaning at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
import type { Severity } from '../analysis/types.ts';
import type { DeviceCategory } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';

export type Scheme = 'light' | 'dark' | 'paper';

/** Colours of the window around the drawing, as CSS values. */
export interface WindowTokens {
  /** What lies under the drawing. */
  readonly canvas: string;
  readonly surfaceChrome: string;
  readonly surfacePanel: string;
  readonly surfaceRaised: string;
  readonly surfaceSunken: string;
  readonly surfaceField: string;
  readonly surfaceHover: string;
  readonly surfacePressed: string;
  readonly surfaceSelected: string;
  readonly surfaceTip: string;
  readonly scrim: string;
  readonly textPrimary: string;
  readonly textSecondary: string;
  readonly textMuted: string;
  readonly textOnAccent: string;
  readonly textOnTip: string;
  readonly textMutedOnTip: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly lineControl: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentText: string;
  readonly focus: string;
  readonly error: string;
  readonly errorSurface: string;
  readonly warning: string;
  readonly warningSurface: string;
  readonly note: string;
  readonly noteSurface: string;
  readonly good: string;
  readonly goodSurface: string;
  readonly shadowRaised: string;
  readonly shadowDialog: string;
}

export interface DrawingTokens {
  readonly background: string;
  readonly frame: string;
  readonly frameEdge: string;
  readonly opening: string;
  readonly rail: string;
  readonly hole: string;
  readonly slotLine: string;
  readonly body: string;
  readonly bodyDim: string;
  readonly bodyEdge: string;
  readonly ear: string;
  readonly screw: string;
  readonly vent: string;
  readonly ventSlot: string;
  readonly handle: string;
  readonly display: string;
  readonly bay: string;
  readonly led: string;
  readonly cage: string;
  readonly cageRim: string;
  readonly cageBand: string;
  readonly contact: string;
  readonly plate: string;
  readonly hatch: string;
  readonly busbar: string;
  readonly tray: string;
  /** Grounds of cold and hot aisles in the plan. */
  readonly coldAisle: string;
  readonly hotAisle: string;
  /** Cables that are filtered out, or stand behind those that are selected. */
  readonly faint: string;
  readonly text: string;
  readonly textMuted: string;
  readonly selection: string;
  readonly hover: string;
  readonly candidate: string;
  readonly refused: string;
  readonly reserved: string;
  readonly accent: Readonly<Record<DeviceCategory, string>>;
  readonly cable: Readonly<Record<MediumId, string>>;
  /**
   * Colours for things in a row that have no order, as fabrics and rails: any two are told apart by people who see
   * no red, no green or no blue as well (tested by simulation).
   */
  readonly series: readonly string[];
  readonly finding: Readonly<Record<Severity, string>>;
  /**
   * The steps of an overlay's scale, from nothing to worry about to the worst: each stands further off the
   * ground than the one before, so that they keep their order in grey and to every kind of colour vision.
   */
  readonly overlay: readonly [string, string, string, string, string];
}

const LIGHT_WINDOW: WindowTokens = {
  canvas: '#f3f5f7',
  surfaceChrome: '#f6f7f9',
  surfacePanel: '#ffffff',
  surfaceRaised: '#ffffff',
  surfaceSunken: '#eef1f4',
  surfaceField: '#f7f8fa',
  surfaceHover: '#eef0f4',
  surfacePressed: '#e3e7ed',
  surfaceSelected: '#e2ecfb',
  surfaceTip: '#23272f',
  scrim: 'rgb(20 24 32 / 36%)',
  textPrimary: '#191d24',
  textSecondary: '#4b5361',
  textMuted: '#5f6775',
  textOnAccent: '#ffffff',
  textOnTip: '#f2f4f7',
  textMutedOnTip: '#b4bcc9',
  line: '#e1e4ea',
  lineStrong: '#cdd2da',
  lineControl: '#868e9c',
  accent: '#0b5cd5',
  accentHover: '#094eb8',
  accentText: '#0b52be',
  focus: '#0b5cd5',
  error: '#bd2323',
  errorSurface: '#fdecea',
  warning: '#875a00',
  warningSurface: '#fdf2dd',
  note: '#1c5fb8',
  noteSurface: '#e9f1fa',
  good: '#19763f',
  goodSurface: '#e5f5eb',
  shadowRaised: '0 0 0 1px rgb(20 26 38 / 9%), 0 6px 20px rgb(20 26 38 / 14%)',
  shadowDialog: '0 0 0 1px rgb(20 26 38 / 9%), 0 20px 60px rgb(20 26 38 / 26%)',
};

const LIGHT: DrawingTokens = {
  background: LIGHT_WINDOW.canvas,
  frame: '#cfd5dc',
  frameEdge: '#4d5763',
  opening: '#e6e9ee',
  rail: '#b6bec8',
  hole: '#5d6774',
  slotLine: '#ced4dc',
  body: '#fafbfc',
  bodyDim: '#d9dee4',
  bodyEdge: '#56606c',
  ear: '#e4e8ed',
  screw: '#7b8591',
  vent: '#dde2e8',
  ventSlot: '#9aa4b0',
  handle: '#8d97a3',
  display: '#1f2b38',
  bay: '#eceff3',
  led: '#2e8b57',
  cage: '#2b333d',
  cageRim: '#a9b2bd',
  cageBand: '#5a6572',
  contact: '#8f9aa6',
  plate: '#fafbfc',
  hatch: '#8d97a3',
  busbar: '#c98f52',
  tray: '#aab3be',
  coldAisle: '#dcebfa',
  hotAisle: '#fbe2d6',
  faint: '#c3cad3',
  text: '#1b222b',
  textMuted: '#55606c',
  selection: LIGHT_WINDOW.focus,
  hover: '#2f7bf0',
  candidate: '#12823c',
  refused: LIGHT_WINDOW.error,
  reserved: '#7a6a00',
  accent: {
    node: '#2e7d32',
    server: '#4b6a8a',
    switch: '#1d63c4',
    storage: '#a15c00',
    appliance: '#7a4fa3',
    'patch-panel': '#00757f',
    pdu: '#b23b3b',
    'power-shelf': '#b23b3b',
    'cable-manager': '#6b7280',
    blank: '#7d8692',
    shelf: '#6b7280',
    other: '#6b7280',
  },
  cable: {
    dac: '#b45309',
    acc: '#be123c',
    aec: '#7e22ce',
    aoc: '#0f766e',
    mmf: '#0369a1',
    smf: '#806000',
    lpo: '#4d7c0f',
    cpo: '#1d4ed8',
    'base-t': '#52606f',
    power: '#1f2937',
  },
  series: ['#2881fa', '#eb4e09', '#005c4d', '#8600ff', '#a07d51', '#73000b', '#2e008b', '#190012'],
  finding: { error: LIGHT_WINDOW.error, warning: LIGHT_WINDOW.warning, note: LIGHT_WINDOW.note },
  overlay: ['#f2d58a', '#eca15c', '#d96a58', '#a83a72', '#5a1a75'],
};

const DARK_WINDOW: WindowTokens = {
  canvas: '#15181c',
  surfaceChrome: '#181b20',
  surfacePanel: '#1b1e23',
  surfaceRaised: '#25292f',
  surfaceSunken: '#15181c',
  surfaceField: '#22262c',
  surfaceHover: '#282c33',
  surfacePressed: '#323740',
  surfaceSelected: '#1f3a5f',
  surfaceTip: '#3a404a',
  scrim: 'rgb(0 0 0 / 55%)',
  textPrimary: '#e8eaee',
  textSecondary: '#b4bac4',
  textMuted: '#a0a7b2',
  textOnAccent: '#ffffff',
  textOnTip: '#f4f5f7',
  textMutedOnTip: '#c3c9d3',
  line: '#2d3239',
  lineStrong: '#3c424b',
  lineControl: '#757d8a',
  accent: '#2b6ad2',
  accentHover: '#245ebf',
  accentText: '#8cbfff',
  focus: '#5aa2ff',
  error: '#ff8b80',
  errorSurface: '#43211f',
  warning: '#e8b04a',
  warningSurface: '#3d2f14',
  note: '#8cbfff',
  noteSurface: '#203146',
  good: '#63cc90',
  goodSurface: '#19392a',
  shadowRaised: '0 0 0 1px rgb(255 255 255 / 9%), 0 8px 24px rgb(0 0 0 / 48%)',
  shadowDialog: '0 0 0 1px rgb(255 255 255 / 9%), 0 20px 60px rgb(0 0 0 / 62%)',
};

const DARK: DrawingTokens = {
  background: DARK_WINDOW.canvas,
  frame: '#343b44',
  frameEdge: '#7d8894',
  opening: '#1b1f25',
  rail: '#4a535e',
  hole: '#15181c',
  slotLine: '#2a3038',
  body: '#39414b',
  bodyDim: '#464f5a',
  bodyEdge: '#9ba6b3',
  ear: '#464f5a',
  screw: '#98a2ad',
  vent: '#1f242a',
  ventSlot: '#707c89',
  handle: '#86919d',
  display: '#0b0e12',
  bay: '#424b56',
  led: '#5bd28a',
  cage: '#0b0e12',
  cageRim: '#77828e',
  cageBand: '#0f1317',
  contact: '#66707c',
  plate: '#39414b',
  hatch: '#66707c',
  busbar: '#a87642',
  tray: '#59636f',
  coldAisle: '#162b40',
  hotAisle: '#3a2420',
  faint: '#525c68',
  text: '#eef1f4',
  textMuted: '#bac4cf',
  selection: DARK_WINDOW.focus,
  hover: '#8cbfff',
  candidate: '#5bd28a',
  refused: DARK_WINDOW.error,
  reserved: '#e5c649',
  accent: {
    node: '#6fce7a',
    server: '#9db7d3',
    switch: '#6aa5ff',
    storage: '#e6a756',
    appliance: '#c09be8',
    'patch-panel': '#4fc3cc',
    pdu: '#f08a8a',
    'power-shelf': '#f08a8a',
    'cable-manager': '#9aa4b0',
    blank: '#8f99a5',
    shelf: '#9aa4b0',
    other: '#9aa4b0',
  },
  cable: {
    dac: '#f0a35e',
    acc: '#fb7185',
    aec: '#c084fc',
    aoc: '#2dd4bf',
    mmf: '#38bdf8',
    smf: '#e5c649',
    lpo: '#a3e635',
    cpo: '#8ba6ff',
    'base-t': '#a8b3c4',
    power: '#d7dbe0',
  },
  series: ['#65f5ff', '#f46100', '#1fa25e', '#b665ff', '#ffcc00', '#ff7eb2', '#a4abf9', '#f1feb7'],
  finding: { error: DARK_WINDOW.error, warning: DARK_WINDOW.warning, note: DARK_WINDOW.note },
  overlay: ['#573089', '#93357f', '#cb4f6b', '#f0915c', '#fbdc8f'],
};

/** Paper is white, and ink is spent on lines: bodies stay empty, so that it also reads in black and white. */
const PAPER: DrawingTokens = {
  ...LIGHT,
  background: '#ffffff',
  frame: '#ffffff',
  frameEdge: '#000000',
  opening: '#ffffff',
  rail: '#eef0f2',
  hole: '#8a929c',
  slotLine: '#d5d9de',
  body: '#ffffff',
  bodyDim: '#f0f2f4',
  bodyEdge: '#20262d',
  ear: '#f4f5f7',
  screw: '#6f7883',
  vent: '#f4f5f7',
  ventSlot: '#b9c0c9',
  handle: '#9aa3ad',
  display: '#d5dae0',
  bay: '#fafafa',
  cage: '#ffffff',
  cageRim: '#39424c',
  cageBand: '#c6ccd3',
  contact: '#8a929c',
  plate: '#ffffff',
  coldAisle: '#eaf3fb',
  hotAisle: '#fcefe8',
  text: '#000000',
  textMuted: '#454d57',
};

/** The colours of a scheme. */
export function drawingTokens(scheme: Scheme): DrawingTokens {
  switch (scheme) {
    case 'light':
      return LIGHT;
    case 'dark':
      return DARK;
    case 'paper':
      return PAPER;
    default:
      return scheme satisfies never;
  }
}

/** The colours of the window in a scheme. */
export function windowTokens(scheme: 'light' | 'dark'): WindowTokens {
  return scheme === 'light' ? LIGHT_WINDOW : DARK_WINDOW;
}
