import { CircleQuestionMark, FilePlus2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import styles from './library.module.css';
import type { TypeSource } from './library-entries.ts';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryNotices } from './library-notices.tsx';
import { SearchExamples } from './search-examples.tsx';
import type { TypeGroup } from './type-groups.ts';
import { TypeList } from './type-list.tsx';
import { useLibraryRows } from './use-library-rows.ts';

interface LibraryPanelProps {
  readonly onImport: () => void;
  readonly onClose: () => void;
}

/** The left panel: find a device type and put it into a rack, by pointer or by keyboard. */
export function LibraryPanel({ onImport, onClose }: LibraryPanelProps) {
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<TypeGroup | null>(null);
  const [source, setSource] = useState<TypeSource | null>(null);
  const [help, setHelp] = useState(false);
  const [favouritesOnly, setFavouritesOnly] = useState(false);
  const filter = useMemo(
    () => ({ query, group, source, favouritesOnly }),
    [query, group, source, favouritesOnly],
  );
  const rows = useLibraryRows(filter);
  return (
    <section className={styles.panel} aria-label={say('panels.library.title')}>
      <PanelHeader title={say('panels.library.title')}>
        <IconButton
          icon={CircleQuestionMark}
          label={say('library.help')}
          pressed={help}
          onClick={() => setHelp(!help)}
        />
        <IconButton icon={FilePlus2} label={say('panels.library.import')} onClick={onImport} />
        <IconButton icon={X} label={say('panels.library.close')} onClick={onClose} />
      </PanelHeader>
      <TypeList rows={rows} filter={filter} onQuery={setQuery}>
        {help ? (
          <div className={styles.help}>
            <SearchExamples onTry={setQuery} />
          </div>
        ) : null}
        <LibraryFilters
          filter={filter}
          onSource={setSource}
          onGroup={setGroup}
          onFavouritesOnly={setFavouritesOnly}
        />
        <LibraryNotices />
      </TypeList>
    </section>
  );
}
