/**
 * Colours of the drawing, per scheme: the one table that the canvas, the pictures and the paper take their
 * paints from. What must hold, and is tested: text on what lies under it at least 4.5:1, lines and states
 * that carry meaning at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
import type { Severity } from '../analysis/types.ts';
import type { DeviceCategory } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';

export type Scheme = 'light' | 'dark' | 'paper';

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
  readonly text: string;
  readonly textMuted: string;
  readonly selection: string;
  readonly hover: string;
  readonly candidate: string;
  readonly refused: string;
  readonly reserved: string;
  readonly accent: Readonly<Record<DeviceCategory, string>>;
  readonly cable: Readonly<Record<MediumId, string>>;
  readonly finding: Readonly<Record<Severity, string>>;
}

const LIGHT: DrawingTokens = {
  background: '#f3f5f7',
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
  text: '#1b222b',
  textMuted: '#55606c',
  selection: '#0b5cd5',
  hover: '#2f7bf0',
  candidate: '#12823c',
  refused: '#c62828',
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
  finding: { error: '#c62828', warning: '#9a6700', note: '#1d63c4' },
};

const DARK: DrawingTokens = {
  background: '#15181c',
  frame: '#343b44',
  frameEdge: '#7d8894',
  opening: '#1b1f25',
  rail: '#4a535e',
  hole: '#15181c',
  slotLine: '#2a3038',
  body: '#2b3139',
  bodyDim: '#3a424c',
  bodyEdge: '#8b96a3',
  ear: '#363d46',
  screw: '#98a2ad',
  vent: '#22272e',
  ventSlot: '#4d5763',
  handle: '#717c88',
  display: '#0b0e12',
  bay: '#323942',
  led: '#5bd28a',
  cage: '#0b0e12',
  cageRim: '#77828e',
  cageBand: '#0f1317',
  contact: '#66707c',
  plate: '#2b3139',
  hatch: '#66707c',
  busbar: '#a87642',
  tray: '#59636f',
  text: '#eef1f4',
  textMuted: '#aeb8c3',
  selection: '#5aa2ff',
  hover: '#8cbfff',
  candidate: '#5bd28a',
  refused: '#ff7b72',
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
  finding: { error: '#ff7b72', warning: '#e3b341', note: '#6aa5ff' },
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
