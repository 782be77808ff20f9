import type { NotationPart } from '../../../shared/analysis/notation.ts';
import styles from './findings.module.css';

/** A formula, set: symbols in italics, indices below, numbers that were put in marked. */
export function FormulaText({ parts }: { readonly parts: readonly NotationPart[] }) {
  return (
    <>
      {parts.map((part, place) => (
        // A formula is read from left to right and never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
        <FormulaPart key={place} part={part} />
      ))}
    </>
  );
}

function FormulaPart({ part: { kind, text } }: { readonly part: NotationPart }) {
  switch (kind) {
    case 'text':
      return text;
    case 'symbol':
      return <var className={styles.symbol}>{text}</var>;
    case 'sub':
      return <sub className={styles.index}>{text}</sub>;
    case 'sup':
      return <sup className={styles.index}>{text}</sup>;
    case 'value':
      return <b className={styles.putIn}>{text}</b>;
    default:
      return kind satisfies never;
  }
}
