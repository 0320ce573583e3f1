import { type SubmitEvent, useState } from 'react';
import { whyWeak } from '#shared/auth/password.ts';
import { CompleteSetup } from '#shared/setup/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { below, wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { DistrictFields, type DistrictSettings } from '../districts/DistrictFields.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { type MeetingTime, MeetingTimeFields } from '../meetings/MeetingTimeFields.tsx';
import { FirstAccount, type FirstAccountDraft } from './FirstAccount.tsx';
import { useCompleteSetup } from './mutations.ts';
import styles from './SetupPage.module.css';

const district: DistrictSettings = {
  ...{ name: '', regionCode: '', issuingOffice: '', officeMark: '' },
  ...{ returnOpenWeekday: 1, returnWeekday: 5, returnTime: '17:00' },
};
const meeting: MeetingTime = { weekday: 1, time: '09:00', place: '' };
const nobody: FirstAccountDraft = { username: '', name: '', password: '', again: '' };

type Draft = {
  district: DistrictSettings;
  meeting: MeetingTime;
  office: { name: string; shortName: string };
  admin: FirstAccountDraft;
  officeAccount: FirstAccountDraft;
};

/** Everything typed stays until the server has said yes. */
export function SetupForm({ token, onDone }: { token: string; onDone: () => void }) {
  const messages = useMessages();
  const { setup: words, meetings, units } = messages;
  const complete = useCompleteSetup();
  const [isAsked, setAsked] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    district,
    meeting,
    office: { name: '', shortName: '' },
    admin: nobody,
    officeAccount: nobody,
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const wrong = isAsked ? wrongFields(CompleteSetup, request(draft, token)) : new Set<string>();
  const office = below('office', wrong);
  const isSameName = draft.admin.username !== '' && draft.admin.username === draft.officeAccount.username;
  const isRight =
    !isSameName && isGood(draft.admin) && isGood(draft.officeAccount) && CompleteSetup.safeParse(request(draft, token)).success;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (isRight) complete.mutate(request(draft, token), { onSuccess: onDone });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.title}>
      <Section title={words.district}>
        <DistrictFields value={draft.district} onValue={(value) => change({ district: value })} wrong={below('district', wrong)} />
      </Section>
      <Section title={meetings.series.meeting}>
        <div className={styles.fields}>
          <MeetingTimeFields value={draft.meeting} onValue={(value) => change({ meeting: value })} wrong={below('meeting', wrong)} />
        </div>
      </Section>
      <Section title={words.office}>
        <div className={styles.fields}>
          <TextField
            label={words.officeName}
            required
            value={draft.office.name}
            onText={(name) => change({ office: { ...draft.office, name } })}
            {...(office.has('name') ? { error: units.wrong.name } : {})}
          />
          <TextField
            label={words.officeShortName}
            required
            value={draft.office.shortName}
            onText={(shortName) => change({ office: { ...draft.office, shortName } })}
            {...(office.has('shortName') ? { error: units.wrong.shortName } : {})}
          />
        </div>
      </Section>
      <Section title={words.admin} note={words.adminNote}>
        <FirstAccount value={draft.admin} onValue={(admin) => change({ admin })} wrong={below('admin', wrong)} isAsked={isAsked} />
      </Section>
      <Section title={words.officeAccount} note={words.officeAccountNote}>
        <FirstAccount
          value={draft.officeAccount}
          onValue={(officeAccount) => change({ officeAccount })}
          wrong={below('officeAccount', wrong)}
          isAsked={isAsked}
          {...(isSameName ? { nameTaken: words.sameNames } : {})}
        />
      </Section>
      {isAsked && !isRight && <Notice look="red">{words.fix}</Notice>}
      {complete.error && <Notice look="red">{errorSentence(complete.error, messages)}</Notice>}
      <Button look="primary" size="large" type="submit" busy={complete.isPending}>
        {words.submit}
      </Button>
    </form>
  );
}

function request({ district: settings, meeting: time, office, admin, officeAccount }: Draft, token: string): CompleteSetup {
  return { token, district: settings, meeting: time, office, admin: account(admin), officeAccount: account(officeAccount) };
}

function account({ username, name, password }: FirstAccountDraft) {
  return { username, name, password };
}

function isGood({ username, name, password, again }: FirstAccountDraft): boolean {
  return password === again && whyWeak(password, [username, name]) === null;
}
