/** Moving, turning and locking devices. */
import { flipDevices, toggleLock } from '../edits/device-edits.ts';
import { moveToNextFree, nudgeDevices, shiftSideways } from '../edits/shift-devices.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { type Command, editing } from './command.ts';

const nudge = (keys: readonly string[], byU: number): Command =>
  editing('devices', keys, (design, { state }) =>
    nudgeDevices(design, state.selection.devices, byU),
  );

const toNextFree = (keys: readonly string[], direction: 1 | -1): Command =>
  editing('devices', keys, (design, { state }) =>
    moveToNextFree(design, state.selection.devices, direction),
  );

const sideways = (keys: readonly string[], direction: 1 | -1): Command =>
  editing('devices', keys, (design, { state }) =>
    shiftSideways(design, state.selection.devices, direction),
  );

/** The second chord of the arrows is for where plain arrows walk: in the mirror. */
export const deviceCommands = {
  'device.up': nudge(['ArrowUp', 'Alt+ArrowUp'], 1),
  'device.down': nudge(['ArrowDown', 'Alt+ArrowDown'], -1),
  'device.upFar': nudge(['Shift+ArrowUp'], EDITOR_OPTIONS.bigNudgeU),
  'device.downFar': nudge(['Shift+ArrowDown'], -EDITOR_OPTIONS.bigNudgeU),
  'device.nextFreeUp': toNextFree(['Mod+Alt+ArrowUp'], 1),
  'device.nextFreeDown': toNextFree(['Mod+Alt+ArrowDown'], -1),
  'device.left': sideways(['ArrowLeft', 'Alt+ArrowLeft'], -1),
  'device.right': sideways(['ArrowRight', 'Alt+ArrowRight'], 1),
  'device.flip': editing('devices', ['Shift+F'], (design, { state }) =>
    flipDevices(design, state.selection.devices),
  ),
  'device.lock': {
    ...editing('devices', ['Mod+Shift+L'], (design, { state }) =>
      toggleLock(design, state.selection.devices),
    ),
    checked: ({ state }) =>
      state.selection.devices.size > 0 &&
      [...state.selection.devices].every((id) => state.design.devices.get(id)?.locked === true),
  },
} satisfies Readonly<Record<string, Command>>;
