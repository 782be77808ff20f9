import styles from './parts.module.css';

/** A key in a tooltip or a menu row; nothing where there is none. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return keys === '' ? null : <kbd className={styles.keys}>{keys}</kbd>;
}
