import { faceChecks, layOut } from '../../../shared/faceplate/index.ts';
import { groupIntoCages } from '../../../shared/formats/netbox/cage-groups.ts';
import { slugFacts } from '../../../shared/formats/netbox/port-slug.ts';
import type { DeviceType, Port } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { beginPlacingPart, drawType, openingForPorts } from '../../editor/index.ts';
import { Section } from '../../panels/parts/section.tsx';
import { useWorkspace } from '../../panels/workspace.ts';
import styles from './palette.module.css';

/** More than these are counted, not listed: they come into reach as those before them are placed. */
const LISTED = 40;

/** Ports that the type has and no opening: taken from here, they are put on a face one after the other. */
export function LoosePorts({ type }: { readonly type: DeviceType }) {
  const { editor } = useWorkspace();
  const loose = loosePorts(type);
  if (loose.length === 0) return null;
  function take(port: Port): void {
    const { formFactor } = slugFacts(port.slug);
    beginPlacingPart(editor, openingForPorts(formFactor, port.name, [port.id]), port.name, 'keys');
  }
  /** All at once, as such gear mostly has them; the places are nobody's knowledge, and the window says so. */
  function layOutAll(): void {
    const openings = groupIntoCages(loose).groups.map(({ name, ports }) => ({
      name,
      formFactor: slugFacts(ports[0]?.slug ?? '').formFactor,
      ports: ports.map(({ id }) => id),
    }));
    const { type: after, unplaced } = layOut(type, openings, editor.ids);
    const count = openings.length - unplaced.length;
    if (count > 0) drawType(editor, after, say('editor.label.layOut', { count }));
    editor.notify('info', say('face.palette.laidOut', { left: unplaced.length }));
  }
  return (
    <Section title={say('face.palette.loose')} detail={String(loose.length)}>
      <p className={styles.hint}>{say('face.palette.looseHint')}</p>
      <button type="button" className={styles.layOut} onClick={layOutAll}>
        {say('face.palette.layOut')}
      </button>
      <ul className={styles.loose}>
        {loose.slice(0, LISTED).map((port) => (
          <li key={port.id}>
            <button type="button" className={styles.loosePort} onClick={() => take(port)}>
              <span>{port.name}</span>
              <span className={styles.looseSlug}>{port.slug}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The ports that a check misses an opening of. */
function loosePorts(type: DeviceType): readonly Port[] {
  const ids = new Set(
    faceChecks(type).flatMap(({ code, ports }) => (code === 'port-without-cage' ? ports : [])),
  );
  return type.ports.filter(({ id }) => ids.has(id));
}
