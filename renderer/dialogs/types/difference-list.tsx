import { isInnerOnly, type TypeDifference } from '../../../shared/library/type-difference.ts';
import type { Fact } from '../../../shared/model/fact.ts';
import { say } from '../../../shared/text/index.ts';
import { ProvenanceMark } from '../../panels/parts/provenance.tsx';
import { faceText, factValueText, fieldValueText, portLines } from './difference-text.ts';
import styles from './types.module.css';

interface DifferenceListProps {
  readonly difference: TypeDifference;
  /** What the two sides are called. */
  readonly before: string;
  readonly after: string;
}

/** More ports than this tell nobody more. */
const SHOWN_PORTS = 60;

/** How two types differ, field by field: what one says beside what the other says. */
export function DifferenceList({ difference, before, after }: DifferenceListProps) {
  const { fields, facts, faces, mappings, faceSize, extra } = difference;
  const ports = portLines(difference);
  return (
    <section className={styles.differences} aria-label={say('library.difference.title')}>
      {fields.length + facts.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('library.difference.field')}</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before: was, after: is }) => (
              <tr key={field}>
                <th scope="row">{say(`library.field.${field}`)}</th>
                <td>
                  <div className={styles.plain}>{fieldValueText(field, was)}</div>
                </td>
                <td>
                  <div className={styles.plain}>{fieldValueText(field, is)}</div>
                </td>
              </tr>
            ))}
            {facts.map(({ fact, before: was, after: is }) => (
              <tr key={fact}>
                <th scope="row">{say(`library.fact.${fact}`)}</th>
                <td>
                  <Value text={factValueText(fact, was)} fact={was} />
                </td>
                <td>
                  <Value text={factValueText(fact, is)} fact={is} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ports.length === 0 ? null : (
        <section className={styles.part}>
          <h3>{say('library.difference.ports', { count: ports.length })}</h3>
          <ul className={styles.ports}>
            {ports.slice(0, SHOWN_PORTS).map(({ key, what, text }) => (
              <li key={key}>
                <span className={styles.mark} data-mark={what}>
                  {say(`library.difference.${what}`)}
                </span>
                {text}
              </li>
            ))}
          </ul>
          {ports.length > SHOWN_PORTS ? (
            <p className={styles.more}>
              {say('library.difference.more', { count: ports.length - SHOWN_PORTS })}
            </p>
          ) : null}
        </section>
      )}
      {isInnerOnly(difference) ? <p>{say('library.difference.innerOnly')}</p> : null}
      {faces.length === 0 && !mappings && !faceSize && !extra ? null : (
        <section className={styles.part}>
          <h3>{say('library.difference.faces')}</h3>
          <ul className={styles.faces}>
            {faces.map((face) => (
              <li key={`${face.face} ${face.part}`}>{faceText(face)}</li>
            ))}
            {mappings ? <li>{say('library.difference.mappings')}</li> : null}
            {faceSize ? <li>{say('library.difference.faceSize')}</li> : null}
            {extra ? <li>{say('library.difference.extra')}</li> : null}
          </ul>
        </section>
      )}
    </section>
  );
}

function Value({ text, fact }: { readonly text: string; readonly fact: Fact<unknown> | null }) {
  return (
    <span className={styles.value}>
      {text}
      {fact === null ? null : <ProvenanceMark provenance={fact.provenance} source={fact.source} />}
    </span>
  );
}
