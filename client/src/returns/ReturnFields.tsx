import type { Day } from '#shared/kit/calendar.ts';
import { formatWan, type Money, parseWan, wan, yuan, zero } from '#shared/kit/money.ts';
import type { Finding } from '#shared/returns/checks.ts';
import type { ReturnSheet, ReturnWeek } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { BulletBar } from '../projects/BulletBar.tsx';
import { ChangedText } from './ChangedText.tsx';
import { type Ground, readTyped, type Typed, typeWeek, typeYear } from './form.ts';
import { ReturnDecisions } from './ReturnDecisions.tsx';
import styles from './ReturnEditor.module.css';
import { ReturnTicks } from './ReturnTicks.tsx';
import { dayWords, findingWords } from './words.ts';

type ReturnFieldsProps = {
  week: ReturnWeek;
  sheet: ReturnSheet;
  typed: Typed;
  ground: Ground;
  /** Errors alone, once sending was tried: each stands at its field. */
  findings: readonly Finding[];
  /** A decision that lacks its words, likewise. */
  unanswered: string | null;
  isLocked: boolean;
  today: Day;
  onTyped: (typed: Typed) => void;
};

const STEP = wan(10);
const LIMIT = 500;

export function ReturnFields({ week, sheet, typed, ground, findings, unanswered, isLocked, today, onTyped }: ReturnFieldsProps) {
  const { returns } = useMessages();
  const { previous } = sheet;
  const errorOf = (...codes: Finding['code'][]) => {
    const found = findings.find((finding) => codes.includes(finding.code));
    return found ? findingWords(found, returns) : null;
  };
  const done = readTyped(typed)?.doneThisYear ?? ground.base;
  const step = (by: Money) => {
    const stepped = yuan(Math.max(0, (parseWan(typed.doneThisWeek) ?? 0) + by));
    onTyped(typeWeek(typed, formatWan(stepped, 4), ground));
  };
  return (
    <fieldset className={styles.fields} disabled={isLocked} data-labels="beside">
      <div>
        <div className={styles.stepped}>
          <IconButton icon="minus" label={returns.less} size="large" onClick={() => step(yuan(-STEP))} />
          <MoneyField
            label={returns.doneThisWeek}
            hint={previous ? returns.lastWeekAmount(formatWan(previous.doneThisWeek, 4)) : null}
            name="doneThisWeek"
            required
            allowNegative
            error={errorOf('amount-missing')}
            text={typed.doneThisWeek}
            changed={typed.doneThisWeek.trim() !== ''}
            onText={(text) => onTyped(typeWeek(typed, text, ground))}
          />
          <IconButton icon="plus" label={returns.more} size="large" onClick={() => step(STEP)} />
        </div>
      </div>
      <div className={styles.measured}>
        <MoneyField
          label={returns.doneThisYear}
          hint={sheet.plannedToDate === null ? returns.noPlan : returns.soFar(formatWan(sheet.plannedToDate))}
          name="doneThisYear"
          allowNegative
          text={typed.doneThisYear}
          changed={done !== ground.base}
          onText={(text) => onTyped(typeYear(typed, text, ground))}
        />
        {sheet.annual !== null && <BulletBar yearPlan={sheet.annual} plannedToDate={sheet.plannedToDate ?? zero} done={done} />}
      </div>
      {week.monthEnd && (
        <div className={styles.measured}>
          <MoneyField
            label={returns.monthEnd(dayWords(week.monthEnd, returns))}
            hint={returns.monthEndHint}
            name="monthEnd"
            allowNegative
            text={typed.monthEnd}
            onText={(text) => onTyped({ ...typed, monthEnd: text, isMonthEndOwn: true })}
          />
        </div>
      )}
      <div>
        <TextArea
          label={returns.progress}
          name="progress"
          rows={3}
          limit={LIMIT}
          error={errorOf('words-missing', 'words-unchanged')}
          value={typed.progress}
          changed={typed.progress.trim() !== (previous?.progress ?? '').trim()}
          onText={(progress) => onTyped({ ...typed, progress })}
        />
        <Changed before={previous?.progress ?? ''} after={typed.progress} />
      </div>
      <div>
        <TextArea
          label={returns.nextStep}
          name="nextStep"
          rows={2}
          limit={LIMIT}
          value={typed.nextStep}
          changed={typed.nextStep.trim() !== (previous?.nextStep ?? '').trim()}
          onText={(nextStep) => onTyped({ ...typed, nextStep })}
        />
        <Changed before={previous?.nextStep ?? ''} after={typed.nextStep} />
      </div>
      <div>
        <TextArea
          label={returns.problem}
          name="problem"
          rows={2}
          value={typed.problem}
          changed={typed.problem.trim() !== (previous?.problem ?? '').trim()}
          onText={(problem) => onTyped({ ...typed, problem })}
        />
        <Changed before={previous?.problem ?? ''} after={typed.problem} />
      </div>
      <ReturnTicks
        sheet={sheet}
        ticked={typed.ticks}
        today={today}
        isLocked={isLocked}
        onTicked={(ticks) => onTyped({ ...typed, ticks })}
      />
      <ReturnDecisions
        decisions={sheet.decisions}
        answers={typed.answers}
        unanswered={unanswered}
        today={today}
        isLocked={isLocked}
        onAnswers={(answers) => onTyped({ ...typed, answers })}
      />
      <TextField
        label={returns.request}
        hint={returns.requestHint}
        name="request"
        value={typed.request}
        changed={typed.request.trim() !== ''}
        onText={(request) => onTyped({ ...typed, request })}
      />
    </fieldset>
  );
}

/** Under the control, where the labels stand beside it. */
function Changed({ before, after }: { before: string; after: string }) {
  return (
    <div className={styles.under}>
      <ChangedText before={before} after={after} />
    </div>
  );
}
