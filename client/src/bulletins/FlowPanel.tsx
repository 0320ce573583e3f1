import { Link } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import { issueText } from '#shared/documents/wording.ts';
import { dayOf, Instant, timeOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import styles from './BulletinPage.module.css';
import type { BulletinView } from './BulletinPage.tsx';
import { CosignersButton } from './CosignersButton.tsx';
import { CutButton } from './CutButton.tsx';
import { StyleButton } from './StyleDialog.tsx';

/** What the bulletin stands on, how far it has come, and what the office sets for it. */
export function FlowPanel({ view, actor }: { view: BulletinView; actor: Actor }) {
  const { bulletins, lampMonth } = useMessages();
  const { language } = useLanguage();
  const { month, bulletin, cut, corrects, cosigners } = view;
  const isOpen = bulletin === null || isOpenForChange(bulletin);
  return (
    <>
      <p className={styles.fact}>{cut ? bulletins.cutTaken(cut.asOf, cut.attempt) : bulletins.notCut}</p>
      {cut && <p className={styles.fact}>{bulletins.ruleSet(cut.ruleSet[language])}</p>}
      {corrects?.documentId && (
        <p className={styles.fact}>
          {bulletins.corrects(corrects.why)} <Link href={`/print/${corrects.documentId}`}>{issueText(corrects.issue)}</Link>
        </p>
      )}
      {mayCall(actor.role, 'lamps.month') && (
        <p className={styles.fact}>
          <Link href={`/lamps/${month}`}>{lampMonth.ofMonth}</Link>
        </p>
      )}
      <div className={styles.acts}>
        {mayCall(actor.role, 'lamps.cut') && <CutButton month={month} state={bulletin?.state ?? 'drafting'} isCut={cut !== null} />}
        {mayCall(actor.role, 'bulletins.setStyle') && <StyleButton />}
        {isOpen && mayCall(actor.role, 'bulletins.setCosigners') && <CosignersButton view={view} />}
      </div>
      {cosigners.length > 0 && (
        <ul className={styles.steps} aria-label={bulletins.cosigners}>
          {cosigners.map(({ unitId, unitName, verdict, byName, remark }) => (
            <li key={unitId}>
              {unitName} <b>{bulletins.verdicts[verdict ?? 'waiting']}</b> {byName}
              {remark && <q className={styles.remark}>{remark}</q>}
            </li>
          ))}
        </ul>
      )}
      <Steps view={view} />
    </>
  );
}

function Steps({ view: { month, steps } }: { view: BulletinView }) {
  const { bulletins, kit } = useMessages();
  if (steps.length === 0) return null;
  return (
    <>
      <ol className={styles.steps} aria-label={bulletins.history}>
        {steps.map(({ seq, act, byName, unitName, remark, at }) => (
          <li key={seq}>
            <b>{bulletins.acts[act]}</b> {kit.apart([unitName, byName, stampOf(at)])}
            {remark && <q className={styles.remark}>{remark}</q>}
          </li>
        ))}
      </ol>
      {steps.filter(({ hasVersion }) => hasVersion).length > 0 && (
        <p className={styles.fact}>
          <Link href={`/bulletins/versions/${month}`}>{bulletins.compare}</Link>
        </p>
      )}
    </>
  );
}

/** 10-29 11:06 */
export function stampOf(at: string): string {
  const instant = Instant.parse(at);
  return `${dayOf(instant).slice(5)} ${timeOf(instant)}`;
}
