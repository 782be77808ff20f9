import { X } from 'lucide-react';
import { memo, type ReactNode, useDeferredValue } from 'react';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { pruned, type Selection, selectionSize } from '../../editor/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import { useEditorState } from '../workspace.ts';
import { AreaInspector } from './area-inspector.tsx';
import { CableInspector } from './cable-inspector.tsx';
import { DesignInspector } from './design-inspector.tsx';
import { DeviceInspector } from './device-inspector.tsx';
import styles from './inspector.module.css';
import { MixedInspector } from './mixed-inspector.tsx';
import { PathwayInspector } from './pathway-inspector.tsx';
import { RackInspector } from './rack-inspector.tsx';
import { RowInspector } from './row-inspector.tsx';

/** The right panel: the facts of what is selected, as fields. */
export function InspectorPanel({ onClose }: { readonly onClose: () => void }) {
  // A marquee selects something else with every step: the drawing goes first, the panel follows in what time is left.
  const selection = useDeferredValue(useEditorState((state) => state.selection));
  return <Inspector selection={selection} onClose={onClose} />;
}

interface InspectorProps {
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** The panel for a selection that may be a little older than the design. */
const Inspector = memo(function Inspector({ selection, onClose }: InspectorProps) {
  const design = useEditorState((state) => state.design);
  const { title, detail, body } = contentFor(design, pruned(selection, design));
  return (
    <section className={styles.panel} aria-label={say('panels.inspector.title')}>
      <PanelHeader title={title} {...(detail === undefined ? {} : { detail })}>
        <IconButton icon={X} label={say('panels.inspector.close')} onClick={onClose} />
      </PanelHeader>
      <div className={styles.scroller}>{body}</div>
    </section>
  );
});

interface Content {
  readonly title: string;
  readonly detail?: string;
  readonly body: ReactNode;
}

/** The panel for one kind of thing; several kinds at once have only their number in common. */
function contentFor(design: Design, selection: Selection): Content {
  const racks = [...selection.racks].flatMap((id) => design.racks.get(id) ?? []);
  const devices = [...selection.devices].flatMap((id) => design.devices.get(id) ?? []);
  const cables = [...selection.cables].flatMap((id) => design.cables.get(id) ?? []);
  const rows = [...selection.rows].flatMap((id) => design.rows.get(id) ?? []);
  const areas = [...selection.areas].flatMap((id) => design.areas.get(id) ?? []);
  const pathways = [...selection.pathways].flatMap((id) => design.pathways.get(id) ?? []);
  const size = selectionSize(selection);
  // Another selection is another panel: a draft in a field must not be committed to what is selected next.
  const key = [...racks, ...devices, ...cables, ...rows, ...areas, ...pathways]
    .map(({ id }) => id)
    .join();
  if (size === 0) {
    return { title: say('panels.inspector.design'), body: <DesignInspector design={design} /> };
  }
  if (racks.length === size) {
    return {
      ...titled(
        'rack',
        racks.map(({ name }) => name),
      ),
      body: <RackInspector key={key} design={design} racks={racks} />,
    };
  }
  if (devices.length === size) {
    return {
      ...titled(
        'device',
        devices.map(({ name }) => name),
      ),
      body: <DeviceInspector key={key} design={design} devices={devices} />,
    };
  }
  if (cables.length === size) {
    return {
      ...titled(
        'cable',
        cables.map(({ label }) => label),
      ),
      body: <CableInspector key={key} design={design} cables={cables} />,
    };
  }
  if (rows.length === size) {
    const names = rows.map(({ name }) => name);
    return {
      ...onFloor('row', names),
      body: <RowInspector key={key} design={design} rows={rows} />,
    };
  }
  if (areas.length === size) {
    const names = areas.map(({ name }) => name);
    return { ...onFloor('area', names), body: <AreaInspector key={key} areas={areas} /> };
  }
  if (pathways.length === size) {
    const names = pathways.map(({ name }) => name);
    return {
      ...onFloor('pathway', names),
      body: <PathwayInspector key={key} pathways={pathways} />,
    };
  }
  const floor = { rows, areas, pathways };
  return {
    title: say('panels.inspector.several', { count: size }),
    body: (
      <MixedInspector
        design={design}
        racks={racks}
        devices={devices}
        cables={cables}
        floor={floor}
      />
    ),
  };
}

function titled(
  kind: 'rack' | 'device' | 'cable',
  names: readonly string[],
): Pick<Content, 'title' | 'detail'> {
  if (names.length > 1) return { title: say(`panels.inspector.${kind}s`, { count: names.length }) };
  return { title: say(`panels.inspector.${kind}`), detail: names[0] ?? '' };
}

function onFloor(
  kind: 'row' | 'area' | 'pathway',
  names: readonly string[],
): Pick<Content, 'title' | 'detail'> {
  if (names.length > 1) return { title: say(`plan.inspector.${kind}s`, { count: names.length }) };
  return { title: say(`plan.inspector.${kind}`), detail: names[0] ?? '' };
}
