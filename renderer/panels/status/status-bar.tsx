import { useMemo } from 'react';
import { countFindings, SEVERITIES } from '../../../shared/analysis/summary.ts';
import { rackHeightMm, unitAt } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { formatQuantity } from '../../../shared/units/quantity.ts';
import {
  type Editor,
  type EditorState,
  faceAt,
  facesOnCanvas,
  isPlanActive,
  type SaveState,
  selectionSize,
  shownType,
  type Watched,
} from '../../editor/index.ts';
import { SeverityIcon } from '../parts/severity-icon.tsx';
import { savedText } from '../saved-state.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './status-bar.module.css';
import { ZoomControls } from './zoom-controls.tsx';

interface StatusBarProps {
  readonly saved: Watched<SaveState>;
  readonly onFindings: () => void;
  readonly onSaveAs: () => void;
}

/** The bottom line: what the keys do now, where the pointer is, what is selected, found and saved. */
export function StatusBar({ saved, onFindings, onSaveAs }: StatusBarProps) {
  return (
    <footer className={styles.bar}>
      <SavedMark saved={saved} onSaveAs={onSaveAs} />
      <Hint />
      <span className={styles.gap} />
      <PointerPlace />
      <SelectionCount />
      <FindingCounts onFindings={onFindings} />
      <ZoomControls />
    </footer>
  );
}

function SavedMark({ saved, onSaveAs }: Pick<StatusBarProps, 'saved' | 'onSaveAs'>) {
  const state = useLive(saved);
  const needsPlace = state.state === 'failed' || state.state === 'read-only';
  return (
    <span className={styles.saved} data-state={state.state}>
      <span {...(state.state === 'failed' ? { role: 'alert' } : {})}>{savedText(state)}</span>
      {needsPlace ? (
        <button type="button" className={styles.action} onClick={onSaveAs}>
          {say('panels.saved.saveAs')}
        </button>
      ) : null}
    </span>
  );
}

function Hint() {
  const { editor } = useWorkspace();
  const hint = useEditorState((state) =>
    isPlanActive(editor) ? state.plan.overlay.hint : state.overlay.hint,
  );
  return hint === '' ? null : <span className={styles.hint}>{hint}</span>;
}

/** The rack, unit and height over the floor under the pointer. */
function PointerPlace() {
  const { editor, settings } = useWorkspace();
  const { units } = useLive(settings);
  const pointer = useEditorState((state) => state.pointer);
  const onFace = useEditorState(pointOnFace);
  const onFloor = useEditorState((state) => (isPlanActive(editor) ? state.plan.pointer : null));
  if (onFloor !== null) {
    const mm = (value: number): string => formatQuantity(Math.round(value), 'length', units);
    const at = say('plan.status.at', { x: mm(onFloor.x), y: mm(onFloor.y) });
    return <span className={styles.place}>{at}</span>;
  }
  if (onFace !== '') return <span className={styles.place}>{onFace}</span>;
  const place = pointer === null || editor.state.faceplate ? null : placeAt(editor, pointer);
  if (place === null) return null;
  const rack = editor.state.design.racks.get(place.rackId);
  if (!rack) return null;
  const height = formatQuantity(Math.round(place.heightMm), 'length', units);
  return (
    <span className={styles.place}>
      {place.u === null
        ? say('panels.status.rack', { rack: rack.name, height })
        : say('panels.status.rackU', { rack: rack.name, u: place.u, height })}
    </span>
  );
}

/** Where the pointer is on the faceplate that is drawn, in words; empty beside its faces and over racks. */
function pointOnFace({ design, faceplate, pointer }: EditorState): string {
  if (!faceplate || !pointer) return '';
  const faces = facesOnCanvas(shownType(design, faceplate), faceplate.faces);
  const face = faces.find(
    ({ x, y, width, height }) =>
      pointer.x >= x && pointer.y >= y && pointer.x <= x + width && pointer.y <= y + height,
  );
  if (!face) return '';
  return say('panels.status.face', {
    face: say(`panels.face.${face.face}`),
    x: (pointer.x - face.x).toFixed(1),
    y: (pointer.y - face.y).toFixed(1),
  });
}

interface PointerSpot {
  readonly rackId: string;
  /** Null above and below the units. */
  readonly u: number | null;
  readonly heightMm: number;
}

function placeAt(editor: Editor, { x, y }: { x: number; y: number }): PointerSpot | null {
  const face = faceAt(editor.layout, { x, y });
  if (face === null || y < face.y) return null;
  const rack = editor.state.design.racks.get(face.rackId);
  if (!rack) return null;
  const u = Math.floor(unitAt(rack, y - face.y));
  return {
    rackId: rack.id,
    u: u >= 1 && u <= rack.heightU ? u : null,
    heightMm: rackHeightMm(rack) - (y - face.y),
  };
}

function SelectionCount() {
  const count = useEditorState(({ faceplate, selection }) =>
    faceplate ? faceplate.selected.size : selectionSize(selection),
  );
  return count === 0 ? null : <span>{say('panels.status.selected', { count })}</span>;
}

function FindingCounts({ onFindings }: Pick<StatusBarProps, 'onFindings'>) {
  const { analysis: source } = useWorkspace();
  const { analysis, pending } = useLive(source);
  const { bySeverity, lapsed } = useMemo(() => countFindings(analysis?.findings ?? []), [analysis]);
  if (analysis === null) {
    return pending ? <span>{say('panels.status.checking')}</span> : null;
  }
  return (
    <button
      type="button"
      className={styles.findings}
      title={say('panels.status.findings')}
      onClick={onFindings}
    >
      {SEVERITIES.map((severity) => (
        <span key={severity} className={styles.count} data-none={bySeverity[severity] === 0}>
          <SeverityIcon severity={severity} />
          <span aria-hidden>{bySeverity[severity]}</span>
          <span className="visually-hidden">
            {say(`panels.severity.${severity}.count`, { count: bySeverity[severity] })}
          </span>
        </span>
      ))}
      {lapsed === 0 ? null : (
        <span className={styles.lapsed}>
          {say('panels.findings.lapsed.count', { count: lapsed })}
        </span>
      )}
    </button>
  );
}
