import { FilePlus2, FolderOpen, type LucideIcon } from 'lucide-react';
import type { RecentDesign } from '../../../shared/contract/ipc.ts';
import { CLUSTER_SAMPLES, SAMPLES } from '../../../shared/samples/index.ts';
import { say } from '../../../shared/text/index.ts';
import { PlenumMark } from '../parts/plenum-mark.tsx';
import { SamplePicture } from './sample-picture.tsx';
import styles from './start-screen.module.css';

/** Size of a sample's picture. */
const PICTURE_PX = { width: 358, height: 128 };

interface StartScreenProps {
  readonly recents: readonly RecentDesign[];
  readonly onSample: (id: string) => void;
  readonly onNew: () => void;
  readonly onOpen: () => void;
  readonly onRecent: (id: string) => void;
}

/** No design is open: three ways to begin, and what was open last. */
export function StartScreen({ recents, onSample, onNew, onOpen, onRecent }: StartScreenProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.head}>
          <PlenumMark size={36} />
          <div>
            <h1 className={styles.title}>{say('app.name')}</h1>
            <p className={styles.tagline}>{say('app.tagline')}</p>
          </div>
        </header>
        <section aria-labelledby="start-own">
          <h2 id="start-own" className={styles.heading}>
            {say('app.start.own')}
          </h2>
          <div className={styles.pair}>
            <Choice
              icon={FilePlus2}
              title={say('app.start.new')}
              detail={say('app.start.newDetail')}
              onChoose={onNew}
            />
            <Choice
              icon={FolderOpen}
              title={say('app.start.open')}
              detail={say('app.start.openDetail')}
              onChoose={onOpen}
            />
          </div>
        </section>
        <section aria-labelledby="start-samples">
          <h2 id="start-samples" className={styles.heading}>
            {say('app.start.samples')}
          </h2>
          <div className={styles.pair}>
            {SAMPLES.map(({ id, titleKey }) => (
              <button key={id} type="button" className={styles.sample} onClick={() => onSample(id)}>
                <span className={styles.picture}>
                  <SamplePicture id={id} widthPx={PICTURE_PX.width} heightPx={PICTURE_PX.height} />
                </span>
                <span className={styles.choiceTitle}>{say(titleKey)}</span>
                <span className={styles.choiceDetail}>{say(`app.start.sample.${id}`)}</span>
              </button>
            ))}
          </div>
          <ul className={styles.clusters} aria-label={say('app.start.clusters')}>
            {CLUSTER_SAMPLES.map(({ id, titleKey, racks, nodes, cables }) => (
              <li key={id}>
                <button type="button" className={styles.recent} onClick={() => onSample(id)}>
                  <span className={styles.recentName}>{say(titleKey)}</span>
                  <span className={styles.clusterSize}>
                    {say('app.start.clusterSize', { racks, nodes, cables })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        {recents.length === 0 ? null : <Recents recents={recents} onRecent={onRecent} />}
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly onChoose: () => void;
}

function Choice({ icon: Icon, title, detail, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <Icon size={18} strokeWidth={1.6} className={styles.icon} aria-hidden />
      <span>
        <span className={styles.choiceTitle}>{title}</span>
        <span className={styles.choiceDetail}>{detail}</span>
      </span>
    </button>
  );
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function Recents({ recents, onRecent }: Pick<StartScreenProps, 'recents' | 'onRecent'>) {
  return (
    <section aria-labelledby="start-recents">
      <h2 id="start-recents" className={styles.heading}>
        {say('app.start.recent')}
      </h2>
      <ul className={styles.recents}>
        {recents.map((recent) => (
          <li key={recent.id}>
            <button
              type="button"
              className={styles.recent}
              disabled={recent.missing}
              onClick={() => onRecent(recent.id)}
            >
              <span className={styles.recentName}>{recent.name}</span>
              <span className={styles.recentPlace}>
                {recent.missing ? say('app.start.missing', { place: recent.place }) : recent.place}
              </span>
              <time className={styles.recentTime} dateTime={recent.opened}>
                {day.format(new Date(recent.opened))}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
