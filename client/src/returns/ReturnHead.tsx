import { type Day, weekNumber } from '#shared/kit/calendar.ts';
import { explain } from '#shared/lamps/explain.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice } from '../kit/Page.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import styles from './ReturnEditor.module.css';
import { senderWords, whenWords } from './words.ts';

/** Which project, its lamp so far, and where the form's words come from. */
export function ReturnHead({ sheet, today, fillsInFor }: { sheet: ReturnSheet; today: Day; fillsInFor: string | null }) {
  const { returns, vocabulary } = useMessages();
  const { language } = useLanguage();
  const { project, unitName, lamp, reason, current, previous } = sheet;
  const origin =
    current && current.state !== 'sent-back'
      ? returns.filledBefore(whenWords(current.submittedAt, today, returns), senderWords(current, returns))
      : previous
        ? returns.carried(weekNumber(previous.week))
        : returns.nothingCarried;
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>{project.name}</h2>
      {lamp && (
        <span className={styles.lamp}>
          <Lamp colour={lamp} size={22} provisional />
          {reason && lamp !== 'green' && <LampReason colour={lamp}>{explain(reason, language).short}</LampReason>}
        </span>
      )}
      <p className={styles.note}>
        {unitName} · {vocabulary.stage[project.stage]} · {project.code?.slice(-6) ?? `#${project.key}`}
        <span className={styles.origin}>{origin}</span>
      </p>
      {fillsInFor && <Notice look="yellow">{returns.office.fillingIn(fillsInFor)}</Notice>}
      {current?.state === 'sent-back' && (
        <Notice look="red" title={returns.sentBack(current.sentBackReason ?? '')}>
          {returns.sentBackHint}
        </Notice>
      )}
    </header>
  );
}
