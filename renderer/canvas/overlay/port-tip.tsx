/**
 * What a port is, beside it, and under an overlay what it says about a device: shown while the pointer is on it,
 * taken away by Escape.
 */
import { type ReactElement, useEffect, useState } from 'react';
import { mediumName } from '../../../shared/catalog/index.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import type { Design } from '../../../shared/model/design.ts';
import { cableAt, portOf } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { isKept } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type Editor, portBox, seenDevice, type Target, toScreen } from '../../editor/index.ts';
import styles from '../canvas.module.css';
import { cableName, farEnd } from '../mirror/mirror-labels.ts';
import { useEditorState } from '../use-editor-state.ts';

/** A pointer that only passes a port does not open its tip, ms. */
const DELAY_MS = 350;
const GAP_PX = 8;
const WIDTH_PX = 280;
const HEIGHT_PX = 64;

interface TipProps {
  readonly editor: Editor;
  /** What lies over the racks; null for nothing. */
  readonly lens: OverlayLens | null;
}

export function PortTip({ editor, lens }: TipProps): ReactElement | null {
  const hover = useEditorState(editor, (state) => state.hover);
  const busy = useEditorState(editor, (state) => state.overlay.hint !== '');
  const camera = useEditorState(editor, (state) => state.camera);
  const design = useEditorState(editor, (state) => state.design);
  const about = busy ? null : tipOf(hover, design, lens);
  // A drawing that moves takes its tip away.
  const key = about ? [about.key, ...Object.values(camera)].join(' ') : null;
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    if (key === null) return undefined;
    const timer = setTimeout(() => setShown(key), DELAY_MS);
    const dismiss = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setShown(null);
    };
    window.addEventListener('keydown', dismiss);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', dismiss);
      setShown(null);
    };
  }, [key]);

  const box = about && shown === key ? about.box(editor) : null;
  if (!about || !box) return null;
  const { viewport } = editor.state;
  const corner = toScreen(camera, { x: box.x, y: box.y + box.height });
  const above = corner.y + GAP_PX + HEIGHT_PX > viewport.height;
  const top = above ? corner.y - box.height * camera.zoom - HEIGHT_PX - GAP_PX : corner.y + GAP_PX;
  const left = Math.max(4, Math.min(corner.x, viewport.width - WIDTH_PX - 4));
  const lines = about.lines();
  return (
    <div className={styles['tip']} role="tooltip" style={{ left, top: Math.max(4, top) }}>
      <div className={styles['tipTitle']}>{lines.title}</div>
      {lines.rest.map((line) => (
        <div key={line} className={styles['tipLine']}>
          {line}
        </div>
      ))}
    </div>
  );
}

/** What a tip is about. */
interface Tip {
  readonly key: string;
  box(editor: Editor): Box | null;
  lines(): TipLines;
}

function tipOf(hover: Target | null, design: Design, lens: OverlayLens | null): Tip | null {
  if (hover?.kind === 'port') {
    const { ref, face } = hover;
    return {
      key: `${ref.deviceId} ${ref.portId}`,
      box: ({ layout }) => portBox(design, layout, ref),
      lines() {
        const { title, rest } = tipLines(design, ref);
        const told = lens?.read(ref.deviceId, face)?.told();
        return { title, rest: told === undefined ? rest : [...rest, told] };
      },
    };
  }
  if (hover?.kind !== 'device' || !lens) return null;
  const { deviceId, face } = hover;
  const reading = lens.read(deviceId, face);
  if (!reading) return null;
  return {
    key: `${deviceId} ${face} ${lens.kind}`,
    box: ({ layout }) =>
      seenDevice(design, layout, deviceId).find((seen) => seen.face === face)?.box ?? null,
    lines: () => ({ title: design.devices.get(deviceId)?.name ?? '', rest: [reading.told()] }),
  };
}

interface TipLines {
  readonly title: string;
  readonly rest: readonly string[];
}

function tipLines(design: Design, ref: PortRef): TipLines {
  const device = design.devices.get(ref.deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  const port = type && portOf(type, ref.portId);
  if (!device || !port) return { title: '', rest: [] };
  const cable = cableAt(design, ref);
  const speed =
    port.speedGbps === null
      ? say('mirror.speedUnknown')
      : say('mirror.speed', { gbps: port.speedGbps });
  const isNetwork = port.kind === 'interface' || port.kind === 'front' || port.kind === 'rear';
  return {
    title: `${device.name} · ${port.name}`,
    rest: [
      [port.slug, ...(isNetwork ? [speed] : [])].filter((part) => part !== '').join(' · '),
      cable
        ? say('mirror.tipCabled', {
            label: cableName(cable),
            medium: mediumName(cable.medium),
            far: farEnd(design, cable, ref),
          })
        : say(isKept(design, ref) ? 'mirror.tipKept' : 'mirror.tipFree'),
    ].filter((line) => line !== ''),
  };
}
