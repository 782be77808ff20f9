import { describe, expect, it } from 'vitest';
import { buildSample } from '../../../shared/samples/index.ts';
import {
  type Editor,
  NO_MODIFIERS,
  type PointerInput,
  toScreen,
  toWorld,
} from '../../editor/index.ts';
import { testEditor } from '../../editor/test-editor.ts';
import { createCanvasInput } from './canvas-input.ts';

function openEditor(): Editor {
  return testEditor(buildSample('first-rack')).editor;
}

function at(x: number, y: number, button: PointerInput['button'] = 'primary'): PointerInput {
  return { screen: { x, y }, button, modifiers: NO_MODIFIERS, pointerType: 'mouse' };
}

describe('the wheel', () => {
  it('pans by as many pixels as it turns', () => {
    const editor = openEditor();
    const before = toWorld(editor.state.camera, { x: 30, y: 120 });
    createCanvasInput(editor).wheel(
      { screen: { x: 0, y: 0 }, dx: 30, dy: 120, modifiers: NO_MODIFIERS },
      'pan',
    );
    expect(toWorld(editor.state.camera, { x: 0, y: 0 })).toEqual(before);
  });

  it('zooms with the modifier, and what is under the pointer stays there', () => {
    const editor = openEditor();
    const screen = { x: 400, y: 300 };
    const world = toWorld(editor.state.camera, screen);
    const zoom = editor.state.camera.zoom;
    const modifiers = { ...NO_MODIFIERS, mod: true };
    createCanvasInput(editor).wheel({ screen, dx: 0, dy: -100, modifiers }, 'pan');
    expect(editor.state.camera.zoom).toBeCloseTo(zoom * 1.25);
    expect(toScreen(editor.state.camera, world).x).toBeCloseTo(400);
  });

  it('zooms without the modifier where a person wants it so', () => {
    const editor = openEditor();
    const zoom = editor.state.camera.zoom;
    const input = { screen: { x: 0, y: 0 }, dx: 0, dy: 100, modifiers: NO_MODIFIERS };
    createCanvasInput(editor).wheel(input, 'zoom');
    expect(editor.state.camera.zoom).toBeCloseTo(zoom / 1.25);
  });

  it('goes sideways with Shift', () => {
    const editor = openEditor();
    const { x, y, zoom } = editor.state.camera;
    const modifiers = { ...NO_MODIFIERS, shift: true };
    createCanvasInput(editor).wheel({ screen: { x: 0, y: 0 }, dx: 0, dy: 50, modifiers }, 'pan');
    expect(editor.state.camera).toEqual({ x: x + 50 / zoom, y, zoom });
  });
});

describe('the hand', () => {
  it('moves the drawing with the middle button and selects nothing', () => {
    const editor = openEditor();
    const input = createCanvasInput(editor);
    const { x, zoom } = editor.state.camera;
    input.pointerDown(at(100, 100, 'middle'));
    input.pointerMove(at(160, 100));
    input.pointerUp(at(160, 100, 'middle'));
    expect(editor.state.camera.x).toBeCloseTo(x - 60 / zoom);
    expect(editor.state.selection.devices.size).toBe(0);
  });

  it('takes the place of any tool while Space is held', () => {
    const editor = openEditor();
    const input = createCanvasInput(editor);
    const { y } = editor.state.camera;
    input.holdPan(true);
    input.pointerDown(at(100, 100));
    input.pointerMove(at(100, 50));
    input.pointerUp(at(100, 50));
    expect(editor.state.overlay.marquee).toBeNull();
    expect(editor.state.camera.y).toBeGreaterThan(y);
  });
});

describe('hovering', () => {
  it('keeps the same target while the pointer stays on one thing', () => {
    const editor = openEditor();
    const input = createCanvasInput(editor);
    input.pointerMove(at(2, 2));
    const first = editor.state.hover;
    input.pointerMove(at(3, 2));
    expect(first).not.toBeNull();
    expect(editor.state.hover).toBe(first);
  });
});
