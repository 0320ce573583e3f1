import styles from './Face.module.css';

/** A person as the first sign of their name. Where the name does not stand beside it, it is read out. */
export function Face({ name, named = false }: { name: string; named?: boolean }) {
  const sign = [...name][0] ?? '·';
  return named ? (
    <span className={styles.face} aria-hidden="true">
      {sign}
    </span>
  ) : (
    <span className={styles.face} role="img" aria-label={name} title={name}>
      {sign}
    </span>
  );
}

/** Up to four people, overlapping. */
export function Faces({ names }: { names: readonly string[] }) {
  return (
    <span className={styles.faces}>
      {names.slice(0, 4).map((name) => (
        <Face key={name} name={name} />
      ))}
    </span>
  );
}
