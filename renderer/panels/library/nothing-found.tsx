import { say } from '../../../shared/text/index.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import styles from './library.module.css';
import type { LibraryFilter } from './library-rows.ts';

/** What may be typed, as a person would type it. */
const EXAMPLES = [
  'free osfp >= 64',
  '1u 400g nvidia',
  'power < 2 kW',
  'airflow:rear-to-front',
  'unknown:power',
] as const;

/** Why the list is empty, and what to do about it. */
export function NothingFound({ filter }: { readonly filter: LibraryFilter }) {
  const { query, source, favouritesOnly } = filter;
  if (query.trim() === '' && favouritesOnly) return <Note what="favourites" />;
  if (query.trim() === '' && source === 'own') return <Note what="own" />;
  if (query.trim() === '' && source === 'design') return <Note what="design" />;
  return (
    <EmptyNote title={say('panels.library.none')}>
      <p>{say('library.noneHint')}</p>
      <ul className={styles.examples}>
        {EXAMPLES.map((example) => (
          <li key={example}>
            <code>{example}</code>
          </li>
        ))}
      </ul>
    </EmptyNote>
  );
}

function Note({ what }: { readonly what: 'favourites' | 'own' | 'design' }) {
  return (
    <EmptyNote title={say(`library.empty.${what}`)}>
      <p>{say(`library.emptyHint.${what}`)}</p>
    </EmptyNote>
  );
}
