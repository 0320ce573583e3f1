import type { FormCheck, Place } from '#shared/bulletins/check.ts';
import { SectionId } from '#shared/bulletins/outline.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { Section } from '../kit/Page.tsx';
import styles from './SelfCheck.module.css';

type OnPlace = (place: Place) => void;

/** 版式自检: what is to be looked at before the bulletin is sent on, each leading to its place; what is in order is folded away. */
export function SelfCheck({ checks, onPlace }: { checks: readonly FormCheck[]; onPlace: OnPlace }) {
  const { bulletins } = useMessages();
  const right = checks.filter(({ isRight }) => isRight);
  return (
    <Section title={bulletins.selfCheck} note={bulletins.standard}>
      <ul className={styles.list} aria-label={bulletins.checkWrong}>
        {checks
          .filter(({ isRight }) => !isRight)
          .map((check) => (
            <Line key={check.id} check={check} onPlace={onPlace} />
          ))}
      </ul>
      <details className={styles.right}>
        <summary>{bulletins.checkRight(right.length)}</summary>
        <ul className={styles.list} aria-label={bulletins.checkRight(right.length)}>
          {right.map((check) => (
            <Line key={check.id} check={check} onPlace={onPlace} />
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Line({ check: { id, isRight, names, at }, onPlace }: { check: FormCheck; onPlace: OnPlace }) {
  const { bulletins } = useMessages();
  const said = id === 'sections' ? names.map((name) => bulletins.sections[SectionId.parse(name)]) : names;
  const text = (isRight ? bulletins.right : bulletins.wrong)[id](said);
  return (
    <li className={classes(styles.line, !isRight && styles.wrong)}>
      <Icon name={isRight ? 'check' : 'alert'} />
      {!isRight && at ? (
        <button type="button" className={styles.text} onClick={() => onPlace(at)}>
          {text}
        </button>
      ) : (
        <span className={styles.text}>{text}</span>
      )}
    </li>
  );
}
