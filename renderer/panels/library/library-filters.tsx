import { SegmentedControl } from '@mantine/core';
import { Star } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import styles from './library.module.css';
import { TYPE_SOURCES, type TypeSource } from './library-entries.ts';
import type { LibraryFilter } from './library-rows.ts';
import { TYPE_GROUPS, type TypeGroup } from './type-groups.ts';

interface LibraryFiltersProps {
  readonly filter: LibraryFilter;
  readonly onSource: (source: TypeSource | null) => void;
  readonly onGroup: (group: TypeGroup | null) => void;
  readonly onFavouritesOnly: (only: boolean) => void;
}

const ALL = 'all';

/** Where to look, and for what kind of gear. */
export function LibraryFilters({
  filter: { group, source, favouritesOnly },
  onSource,
  onGroup,
  onFavouritesOnly,
}: LibraryFiltersProps) {
  return (
    <>
      <div className={styles.sources}>
        <SegmentedControl
          fullWidth
          size="xs"
          classNames={{ label: styles.source ?? '' }}
          aria-label={say('library.sources')}
          value={source ?? ALL}
          data={[ALL, ...TYPE_SOURCES].map((value) => ({
            value,
            label: say(`library.source.${value}`),
          }))}
          onChange={(value) => onSource(TYPE_SOURCES.find((each) => each === value) ?? null)}
        />
      </div>
      <div className={styles.chips} role="group" aria-label={say('panels.library.filter')}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={favouritesOnly}
          aria-label={say('library.favourites')}
          title={say('library.favourites')}
          onClick={() => onFavouritesOnly(!favouritesOnly)}
        >
          <Star size={12} aria-hidden />
        </button>
        {TYPE_GROUPS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.chip}
            aria-pressed={group === each}
            onClick={() => onGroup(group === each ? null : each)}
          >
            {say(`panels.group.${each}`)}
          </button>
        ))}
      </div>
    </>
  );
}
