/** What a port is, beside it: shown while the pointer is on it, taken away by Escape. */
import { type ReactElement, useEffect, useState } from 'react';
import { mediumFacts } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { cableAt, portOf } from '../../../shared/model/design-index.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type Editor, portBox, toScreen } from '../../editor/index.ts';
import styles from '../canvas.module.css';
import { cableName, farEnd } from '../mirror/mirror-labels.ts';
import { useEditorState } from '../use-editor-state.ts';

/** A pointer that only passes a port does not open its tip, ms. */
const DELAY_MS = 350;
const GAP_PX = 8;
const WIDTH_PX = 280;
const HEIGHT_PX = 64;

export function PortTip({ editor }: { readonly editor: Editor }): ReactElement | null {
  const hover = useEditorState(editor, (state) => state.hover);
  const busy = useEditorState(editor, (state) => state.overlay.hint !== '');
  const camera = useEditorState(editor, (state) => state.camera);
  const design = useEditorState(editor, (state) => state.design);
  const ref = hover?.kind === 'port' && !busy ? hover.ref : null;
  // A drawing that moves takes its tip away.
  const key = ref ? [ref.deviceId, ref.portId, ...Object.values(camera)].join(' ') : null;
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

  const box = ref && shown === key ? portBox(design, editor.layout, ref) : null;
  if (!ref || !box) return null;
  const { viewport } = editor.state;
  const corner = toScreen(camera, { x: box.x, y: box.y + box.height });
  const above = corner.y + GAP_PX + HEIGHT_PX > viewport.height;
  const top = above ? corner.y - box.height * camera.zoom - HEIGHT_PX - GAP_PX : corner.y + GAP_PX;
  const left = Math.max(4, Math.min(corner.x, viewport.width - WIDTH_PX - 4));
  const lines = tipLines(design, ref);
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
            medium: say(mediumFacts(cable.medium).nameKey),
            far: farEnd(design, cable, ref),
          })
        : say('mirror.tipFree'),
    ].filter((line) => line !== ''),
  };
}
