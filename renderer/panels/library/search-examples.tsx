import { say } from '../../../shared/text/index.ts';
import styles from './library.module.css';

/** What may be typed, as a person would type it, with the key of what it finds. */
const EXAMPLES = [
  ['1u 400g nvidia', 'words'],
  ['free osfp >= 64', 'openings'],
  ['64x400g', 'ports'],
  ['power < 2 kW', 'quantity'],
  ['airflow:rear-to-front', 'field'],
  ['unknown:power', 'unknown'],
] as const;

/** Searches to try: each is put into the field when it is pressed. */
export function SearchExamples({ onTry }: { readonly onTry: (query: string) => void }) {
  return (
    <ul className={styles.examples}>
      {EXAMPLES.map(([query, finds]) => (
        <li key={query}>
          <button type="button" className={styles.example} onClick={() => onTry(query)}>
            {query}
          </button>
          <span>{say(`library.example.${finds}`)}</span>
        </li>
      ))}
    </ul>
  );
}
