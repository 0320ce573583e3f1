import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { classes } from '../kit/classes.ts';
import { Hidden } from '../kit/Hidden.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useToast } from '../kit/Toast.tsx';
import { Asking } from './Asking.tsx';
import styles from './Desk.module.css';
import { DraftedEditor } from './DraftedEditor.tsx';

/** 代填: one unit's form, filled in by the office. */
export function OfficeForm({ actor, projectId, onDone }: { actor: Actor; projectId: Id<'project'>; onDone: () => void }) {
  const trpc = useTRPC();
  const { returns } = useMessages();
  const now = useNow();
  const toast = useToast();
  const form = useQuery(trpc.returns.form.queryOptions({ projectId }));
  if (!form.data) return <Asking query={form} />;
  return (
    <div className={classes(styles.desk, styles.single)}>
      <header className={styles.back}>
        <h1>
          <Hidden>{`${returns.office.fillIn} ${form.data.sheet.project.name}`}</Hidden>
        </h1>
        <Link href="/returns">
          <Icon name="left" />
          {returns.back}
        </Link>
      </header>
      <DraftedEditor
        key={projectId}
        actor={actor}
        week={form.data.week}
        sheet={form.data.sheet}
        now={now}
        hasNext={false}
        onSent={(state) => {
          toast({ text: (state === 'sent' ? returns.sent : returns.waiting)(form.data.sheet.project.name) });
          onDone();
        }}
      />
    </div>
  );
}
