import { Button, Modal } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { type ClusterSpec, readClusterSpec } from '../../../shared/cluster/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import type { ClusterClient, ClusterProgress } from '../../editor/index.ts';
import { useLive } from '../../panels/use-live.ts';
import frame from '../frame.module.css';
import styles from './cluster.module.css';
import { firstSpec, specText } from './cluster-draft.ts';
import { FiguresPane } from './figures-pane.tsx';
import { SpecFields } from './spec-fields.tsx';
import { workText } from './work-text.ts';

/** The text of a file, or why there is none. */
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

interface ClusterDialogProps {
  readonly title: string;
  readonly client: ClusterClient;
  /** Device types of the design, which stand before the catalogue's. */
  readonly types: readonly DeviceType[];
  /** Gives a specification a place on the floor, where it has none. */
  readonly placed: (spec: ClusterSpec) => ClusterSpec;
  /** What stands in the fields at first; null = what most begin with. */
  readonly first: ClusterSpec | null;
  readonly building: ClusterProgress | null;
  /** Why it could not be built. */
  readonly failed: string | null;
  /** What to do with it, and how that is called. */
  readonly action: string;
  readonly onRun: (spec: ClusterSpec) => void;
  /** Makes a design of its own of it; where it is large, that is what is offered first. */
  readonly onMakeFile?: (spec: ClusterSpec) => void;
  readonly onCancelRun: () => void;
  readonly onClose: () => void;
  readonly onRead: () => Promise<ReadText | null>;
  readonly onSave: (name: string, text: string) => void;
}

/** What is typed rests so long before it is counted, ms. */
const REST_MS = 250;
/** From so many cables on a cluster is better off in a design of its own, which opens while it is read. */
const LARGE_CABLES = 10_000;

/** A cluster: what it is made from, and what it comes to. */
export function ClusterDialog(props: ClusterDialogProps) {
  const { client, types, building } = props;
  const [spec, setSpec] = useState(() => props.first ?? props.placed(firstSpec()));
  const [told, setTold] = useState<string | null>(null);
  const figures = useLive(client);
  const text = useMemo(() => specText(spec), [spec]);
  useEffect(() => {
    const timer = window.setTimeout(() => client.figure(text, types), REST_MS);
    return () => window.clearTimeout(timer);
  }, [client, text, types]);
  const isStale = figures?.spec !== text;
  const { onMakeFile = props.onRun } = props;
  const fileFirst =
    props.onMakeFile !== undefined && (figures?.counts?.cables ?? 0) >= LARGE_CABLES;
  const ready = !isStale && figures.counts !== null && figures.refused === null;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (ready && !building) (fileFirst ? onMakeFile : props.onRun)(spec);
  }
  async function read(): Promise<void> {
    const found = await props.onRead();
    if (found === null) return;
    if (!found.ok) {
      setTold(found.why);
      return;
    }
    try {
      setSpec(props.placed(readClusterSpec(found.text)));
      setTold(null);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setTold(say('app.cluster.unread', { detail: error.message }));
    }
  }
  return (
    <Modal
      opened
      onClose={building ? props.onCancelRun : props.onClose}
      title={props.title}
      size={1240}
      xOffset={24}
      yOffset={32}
      closeOnClickOutside={false}
      classNames={{ content: frame.window ?? '', body: frame.body ?? '' }}
    >
      <form className={frame.form} onSubmit={submit} noValidate>
        <div className={styles.columns}>
          <div className={styles.inputs}>
            <SpecFields spec={spec} refused={isStale ? null : figures.refused} onChange={setSpec} />
          </div>
          {/* It scrolls, so the keyboard must get there. */}
          <section
            className={styles.preview}
            aria-label={say('app.cluster.previewOf')}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <FiguresPane figures={figures} stale={isStale} />
          </section>
        </div>
        <div className={frame.buttons}>
          <Button
            type="button"
            variant="default"
            disabled={building !== null}
            onClick={() => void read()}
          >
            {say('app.cluster.read')}
          </Button>
          <Button type="button" variant="default" onClick={() => props.onSave(spec.name, text)}>
            {say('app.cluster.save')}
          </Button>
          <span
            className={frame.told}
            data-bad={building === null && (told ?? props.failed) !== null}
            role="status"
          >
            {building
              ? workText(building)
              : (told ?? props.failed ?? (fileFirst ? say('app.cluster.largeHint') : null))}
          </span>
          <Button
            type="button"
            variant="default"
            onClick={building ? props.onCancelRun : props.onClose}
          >
            {say('app.dialog.cancel')}
          </Button>
          {props.onMakeFile ? (
            <Button
              type="button"
              variant="default"
              disabled={!ready || building !== null}
              onClick={() => (fileFirst ? props.onRun : onMakeFile)(spec)}
            >
              {say(fileFirst ? 'app.cluster.buildHere' : 'app.cluster.makeFile')}
            </Button>
          ) : null}
          <Button type="submit" disabled={!ready || building !== null}>
            {fileFirst ? say('app.cluster.makeFile') : props.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
