import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { TimeLimits } from '#shared/limits/schema.ts';
import { ProblemRung } from '#shared/problems/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './LimitsTab.module.css';

/** 时限: the days on each rung of a problem, and the months from 开工 to registration. */
export function LimitsTab() {
  const messages = useMessages();
  const { data, error } = useQuery(useTRPC().limits.get.queryOptions());
  const [reloads, setReloads] = useState(0);
  return (
    <Section title={messages.limits.tab} note={messages.limits.note}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {data ? (
        <LimitsForm key={reloads} limits={data} onReload={() => setReloads(reloads + 1)} />
      ) : (
        !error && <Skeleton label={messages.app.loading} />
      )}
    </Section>
  );
}

/** A number as it is typed; nothing is null, what is no number stays wrong. */
function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}

function textOf(number: number | null): string {
  return number === null ? '' : String(number);
}

/** Keeps what is typed against the version that it began with, whatever arrives meanwhile. */
function LimitsForm({ limits, onReload }: { limits: TimeLimits; onReload: () => void }) {
  const { limits: words, vocabulary } = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [version, setVersion] = useState(limits.version);
  const { unit, office, leader, meeting } = limits.problemDays;
  const [days, setDays] = useState({ unit: textOf(unit), office: textOf(office), leader: textOf(leader), meeting: textOf(meeting) });
  const [months, setMonths] = useState(textOf(limits.registrationMonths));
  const [isAsked, setAsked] = useState(false);
  const set = useMutation(
    trpc.limits.set.mutationOptions({
      onSuccess: (saved) => {
        setVersion(saved.version);
        toast({ text: words.saved });
      },
      onSettled: () => queryClient.invalidateQueries(trpc.limits.pathFilter()),
    }),
  );
  const typed = TimeLimits.safeParse({
    problemDays: {
      unit: numberOf(days.unit),
      office: numberOf(days.office),
      leader: numberOf(days.leader),
      meeting: numberOf(days.meeting),
    },
    registrationMonths: numberOf(months),
    version,
  });
  const isWrong = (path: string) => isAsked && (typed.error?.issues.some((issue) => issue.path.join('.') === path) ?? false);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (typed.success) set.mutate(typed.data);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.tab}>
      <fieldset className={styles.group}>
        <legend>{words.ladder}</legend>
        <p className={styles.hint}>{words.ladderHint}</p>
        <div className={styles.fields}>
          {ProblemRung.options.map((rung) => (
            <TextField
              key={rung}
              label={vocabulary.problemRung[rung]}
              inputMode="numeric"
              maxLength={3}
              value={days[rung]}
              onText={(text) => setDays({ ...days, [rung]: text })}
              error={isWrong(`problemDays.${rung}`) ? words.wrongDays : null}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.registration}</legend>
        <div className={styles.fields}>
          <TextField
            label={words.registrationMonths}
            required
            inputMode="numeric"
            maxLength={2}
            value={months}
            onText={setMonths}
            hint={words.registrationHint}
            error={isWrong('registrationMonths') ? words.wrongMonths : null}
          />
        </div>
      </fieldset>
      <SaveError error={set.error} onReload={onReload} />
      <Button look="primary" type="submit" busy={set.isPending}>
        {words.save}
      </Button>
    </form>
  );
}
