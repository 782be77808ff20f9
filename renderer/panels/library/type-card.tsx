import { Button } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { faceSizeMm } from '../../../shared/drawing/index.ts';
import { isPassive, portGroups } from '../../../shared/library/port-groups.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { ProvenanceMark } from '../parts/provenance.tsx';
import { factText } from './fact-text.ts';
import styles from './library.module.css';
import type { LibraryEntry } from './library-entries.ts';
import { type TypeActionId, useTypeActions } from './type-actions.ts';
import { portGroupText, TYPE_FACTS, unknownFacts } from './type-facts.ts';
import { TypePicture } from './type-picture.tsx';

interface TypeCardProps {
  readonly entry: LibraryEntry;
  readonly anchor: DOMRect;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly onMenu: (entry: LibraryEntry, x: number, y: number) => void;
}

const PICTURE_PX = 364;
const TALLEST_PX = 190;
const MARGIN_PX = 8;

/** A type at a closer look: both faces, its facts with where they come from, what nobody knows, what to do. */
export function TypeCard({ entry, anchor, onEnter, onLeave, onClose, onMenu }: TypeCardProps) {
  const { type } = entry;
  const card = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(anchor.top);
  useLayoutEffect(() => {
    const height = card.current?.offsetHeight ?? 0;
    setTop(Math.max(MARGIN_PX, Math.min(anchor.top, window.innerHeight - height - MARGIN_PX)));
  }, [anchor]);
  const unknown = unknownFacts(type);
  return createPortal(
    <div
      ref={card}
      role="group"
      aria-label={`${type.manufacturer} ${type.model}`}
      className={styles.card}
      style={{ left: anchor.right + MARGIN_PX, top }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <div className={styles.cardTitle}>{type.model}</div>
      <div className={styles.cardKind}>
        {`${type.manufacturer} · ${say(`panels.category.${type.category}`)} · ${sizeText(type)}`}
      </div>
      {facesToShow(type).map((face) => (
        <FacePicture key={face} type={type} face={face} />
      ))}
      <dl className={styles.cardFacts}>
        {portGroups(type).length === 0 ? null : (
          <>
            <dt>{say('panels.facts.ports')}</dt>
            <dd>{portGroups(type).slice(0, 3).map(portGroupText).join(', ')}</dd>
          </>
        )}
        {type.airflow === null ? null : (
          <>
            <dt>{say('panels.facts.airflow')}</dt>
            <dd>
              {say(`panels.airflow.${type.airflow.value}`)}
              <ProvenanceMark provenance={type.airflow.provenance} source={type.airflow.source} />
            </dd>
          </>
        )}
        {TYPE_FACTS.filter((fact) => type[fact] !== null).map((fact) => (
          <FactLine key={fact} type={type} fact={fact} />
        ))}
      </dl>
      {unknown.length === 0 ? null : (
        <p className={styles.unknowns}>
          {say('panels.facts.notKnown', {
            names: unknown.map((fact) => say(`panels.facts.${fact}`).toLowerCase()).join(', '),
          })}
        </p>
      )}
      <CardActions entry={entry} onClose={onClose} onMenu={onMenu} />
    </div>,
    document.body,
  );
}

/** What the card offers at once, in this order; all else is in the menu. */
const CARD_ACTIONS: readonly TypeActionId[] = ['place', 'difference', 'save', 'faceplate'];

function CardActions({
  entry,
  onClose,
  onMenu,
}: Pick<TypeCardProps, 'entry' | 'onClose' | 'onMenu'>) {
  const actions = useTypeActions()(entry);
  const possible = actions.filter(({ objection }) => objection === null);
  const shown = CARD_ACTIONS.flatMap((id) => possible.find((action) => action.id === id) ?? []);
  return (
    <div className={styles.cardActions}>
      {shown.slice(0, 2).map(({ id, label, run }) => (
        <Button
          key={id}
          size="xs"
          variant={id === 'place' ? 'filled' : 'default'}
          title={label}
          onClick={() => {
            onClose();
            void run();
          }}
        >
          {say(`library.card.${id}`)}
        </Button>
      ))}
      <IconButton
        icon={Ellipsis}
        label={say('library.more')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onMenu(entry, box.left, box.bottom);
        }}
      />
    </div>
  );
}

function FactLine({
  type,
  fact,
}: {
  readonly type: DeviceType;
  readonly fact: (typeof TYPE_FACTS)[number];
}) {
  const known = type[fact];
  return (
    <>
      <dt>{say(`panels.facts.${fact}`)}</dt>
      <dd>
        {factText(fact, known)}
        <ProvenanceMark provenance={known?.provenance ?? null} source={known?.source ?? ''} />
      </dd>
    </>
  );
}

/** How high it is, or what it goes into. */
function sizeText({ lodging, heightU }: DeviceType): string {
  return lodging === 'rack'
    ? say('panels.heightU', { units: heightU })
    : say(`panels.lodging.${lodging}`);
}

function facesToShow(type: DeviceType): readonly Face[] {
  return isPassive(type) || type.heightU === 0 ? ['front'] : ['front', 'rear'];
}

function FacePicture({ type, face }: { readonly type: DeviceType; readonly face: Face }) {
  const size = faceSizeMm(type);
  const scale = Math.min(PICTURE_PX / size.width, TALLEST_PX / size.height);
  return (
    <figure className={styles.cardFace}>
      <figcaption>{say(`panels.face.${face}`)}</figcaption>
      <TypePicture
        type={type}
        face={face}
        widthPx={size.width * scale}
        heightPx={size.height * scale}
      />
    </figure>
  );
}
