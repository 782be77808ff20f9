import { say } from '../../../shared/text/index.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { LibraryFilter } from './library-rows.ts';
import { SearchExamples } from './search-examples.tsx';

/** Why the list is empty, and what to do about it. */
export function NothingFound({
  filter,
  onTry,
}: {
  readonly filter: LibraryFilter;
  readonly onTry: (query: string) => void;
}) {
  const { query, source, favouritesOnly } = filter;
  if (query.trim() === '' && favouritesOnly) return <Note what="favourites" />;
  if (query.trim() === '' && source === 'own') return <Note what="own" />;
  if (query.trim() === '' && source === 'design') return <Note what="design" />;
  return (
    <EmptyNote title={say('panels.library.none')}>
      <p>{say('library.noneHint')}</p>
      <SearchExamples onTry={onTry} />
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
