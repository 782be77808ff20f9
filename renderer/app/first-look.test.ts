import { expect, test } from 'vitest';
import { buildSample } from '../../shared/samples/index.ts';
import { visibleBox } from '../editor/index.ts';
import { testEditor } from '../editor/test-editor.ts';
import { fitOnce, lookKept } from './first-look.ts';

const LARGE = { width: 1400, height: 860 };
const SMALL = { width: 700, height: 520 };

function shown(viewport: typeof LARGE) {
  const { editor } = testEditor(buildSample('superpod-su'));
  editor.set({ viewport });
  return editor;
}

test('who only watched a design come sees all of it; who went somewhere stays there', () => {
  const arriving = shown(LARGE);
  fitOnce(arriving);
  expect(lookKept(arriving)).toBeNull();

  const { camera } = arriving.state;
  arriving.set({ camera: { x: camera.x + 900, y: camera.y - 300, zoom: camera.zoom * 2 } });
  const seen = visibleBox(arriving.state.camera, LARGE);
  const kept = lookKept(arriving);
  const arrived = shown(SMALL);
  fitOnce(arrived, kept);
  expect(arrived.state.camera.zoom).toBe(camera.zoom * 2);
  expect(arrived.state.view.elevation).toBe(kept?.elevation);
  const now = visibleBox(arrived.state.camera, SMALL);
  expect(now.x + now.width / 2).toBeCloseTo(seen.x + seen.width / 2);
  expect(now.y + now.height / 2).toBeCloseTo(seen.y + seen.height / 2);
});
