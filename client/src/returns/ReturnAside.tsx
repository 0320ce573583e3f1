import { addWeeks, type Day, weekNumber } from '#shared/kit/calendar.ts';
import type { Refusal } from '#shared/kit/errors.ts';
import { formatPercent, formatWan } from '#shared/kit/money.ts';
import { explain } from '#shared/lamps/explain.ts';
import type { Finding } from '#shared/returns/checks.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { useLanguage } from '../kit/language.ts';
import { Section } from '../kit/Page.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import styles from './ReturnAside.module.css';
import { dayWords, findingWords, senderWords, whenWords } from './words.ts';

type ReturnAsideProps = {
  sheet: ReturnSheet;
  findings: readonly Finding[];
  isReadable: boolean;
  today: Day;
  refusal: Refusal | null;
};

/** Beside the form: what is to be checked, what was returned last, the lamp so far, what meetings have decided. */
export function ReturnAside({ sheet, findings, isReadable, today, refusal }: ReturnAsideProps) {
  const { returns } = useMessages();
  const { language } = useLanguage();
  // What is answered in the form stands there.
  const others = sheet.decisions.filter(({ isToAnswer }) => !isToAnswer);
  return (
    <aside className={styles.aside}>
      <LastReturn sheet={sheet} today={today} />
      <div className={styles.first}>
        <Section title={returns.checks}>
          <ul className={styles.checks} aria-live="polite">
            <Checks findings={findings} isReadable={isReadable} refusal={refusal} />
          </ul>
        </Section>
      </div>
      {sheet.lamp && sheet.reason && (
        <Section title={returns.lamp}>
          <p className={styles.lamp}>
            <Lamp colour={sheet.lamp} size={24} provisional />
            <b>{explain(sheet.reason, language).short}</b>
          </p>
          <p className={styles.long}>{explain(sheet.reason, language).long}</p>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={returns.decisions}>
          <ul className={styles.checks}>
            {others.map((decision) => (
              <li key={decision.id}>
                <Icon name="clock" />
                <span>
                  {decision.text}
                  <small>
                    {returns.decided(decision.meetingNumber, decision.seriesName, decision.ownerName, dayWords(decision.dueOn, returns))}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  );
}

function LastReturn({ sheet: { previous, annual, current }, today }: Pick<ReturnAsideProps, 'sheet' | 'today'>) {
  const { returns } = useMessages();
  if (!previous) {
    return (
      <Section title={returns.lastWeek}>
        <p className={styles.long}>{returns.never}</p>
      </Section>
    );
  }
  const percent = annual ? formatPercent(previous.doneThisYear, annual, 0) : null;
  const isLastWeek = current === null || addWeeks(current.week, -1) === previous.week;
  return (
    <Section title={isLastWeek ? returns.lastWeek : returns.lastOf(weekNumber(previous.week))}>
      <dl className={styles.facts}>
        <dt>{returns.amount}</dt>
        <dd>{returns.wan(formatWan(previous.doneThisWeek, 4))}</dd>
        <dt>{returns.cumulative}</dt>
        <dd>
          {returns.wan(formatWan(previous.doneThisYear, 4))}
          {percent !== null && returns.ofPlan(percent)}
        </dd>
        <dt>{returns.progress}</dt>
        <dd>{previous.progress || '—'}</dd>
        {previous.nextStep && (
          <>
            <dt>{returns.nextStep}</dt>
            <dd>{previous.nextStep}</dd>
          </>
        )}
        <dt>{returns.sentOn}</dt>
        <dd>
          {whenWords(previous.submittedAt, today, returns)} {senderWords(previous, returns)}
        </dd>
      </dl>
    </Section>
  );
}

function Checks({ findings, isReadable, refusal }: Pick<ReturnAsideProps, 'findings' | 'isReadable' | 'refusal'>) {
  const { returns, refusals, errors } = useMessages();
  if (refusal) {
    const text = refusals[refusal.reason];
    const sentence = typeof text === 'function' ? text(refusal) : (text ?? errors.unreachable);
    return <Check level="error" text={sentence} />;
  }
  if (!isReadable) return <Check level="error" text={returns.unreadable} />;
  if (findings.length === 0) return <Check level="clear" text={returns.allClear} />;
  return findings.map((finding) => <Check key={finding.code} level={finding.level} text={findingWords(finding, returns)} />);
}

function Check({ level, text }: { level: Finding['level'] | 'clear'; text: string }) {
  return (
    <li className={classes(level === 'error' && styles.error)}>
      <Icon name={level === 'clear' ? 'check' : level === 'error' ? 'warn' : 'alert'} />
      <span>{text}</span>
    </li>
  );
}
