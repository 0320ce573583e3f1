import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { whyNotDiscard, whyNotWithdraw } from '#shared/reports/rules.ts';
import type { Report } from '#shared/reports/schema.ts';
import { errorSentence, refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useDiscardReport, useIssueReport, useWithdrawReport } from './mutations.ts';

type Act = 'issue' | 'discard' | 'withdraw';
type ReportActsProps = {
  report: Report;
  role: Role;
  /** Words are typed that are not saved yet. */
  isTyped: boolean;
  isEmpty: boolean;
  onDiscarded: () => void;
};

/** What may be done with a report as a whole; each act is official and asks first. */
export function ReportActs({ report, role, isTyped, isEmpty, onDiscarded }: ReportActsProps) {
  const messages = useMessages();
  const { reports } = messages;
  const toast = useToast();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<Act | null>(null);
  const [why, setWhy] = useState('');
  const [issue, discard, withdraw] = [useIssueReport(), useDiscardReport(), useWithdrawReport()];
  const { id, version, documentId } = report;
  const isDraft = report.state === 'drafting';
  const notDiscarded = whyNotDiscard(report);
  const isBusy = issue.isPending || discard.isPending || withdraw.isPending;

  function go(act: Act): void {
    setAsking(null);
    const onError = (error: unknown) => toast({ tone: 'failure', text: errorSentence(error, messages) });
    const done = (text: string) => toast({ text });
    if (act === 'issue') issue.mutate({ id, version }, { onSuccess: () => done(reports.issueDone), onError });
    if (act === 'withdraw') withdraw.mutate({ id, version, why: why.trim() }, { onSuccess: () => done(reports.withdrawn), onError });
    if (act === 'discard') {
      discard.mutate(
        { id, version },
        {
          onSuccess: () => {
            onDiscarded();
            navigate('/reports', { replace: true });
            done(reports.discarded);
          },
          onError,
        },
      );
    }
  }

  const texts = { issue: reports.issueText, discard: reports.discardText, withdraw: reports.withdrawText };
  const whyNotIssued = isEmpty ? reports.noRows : isTyped ? reports.unsaved : undefined;
  return (
    <>
      {documentId && (
        <Button icon="print" onClick={() => navigate(`/print/${documentId}`)}>
          {reports.print}
        </Button>
      )}
      {!isDraft && mayCall(role, 'reports.withdraw') && whyNotWithdraw(report) === null && (
        <Button look="danger" busy={isBusy} onClick={() => setAsking('withdraw')}>
          {reports.withdraw}
        </Button>
      )}
      {isDraft && mayCall(role, 'reports.discard') && (
        <Button
          busy={isBusy}
          disabled={notDiscarded !== null}
          title={notDiscarded ? refusalSentence(notDiscarded, messages) : undefined}
          onClick={() => setAsking('discard')}
        >
          {reports.discard}
        </Button>
      )}
      {isDraft && mayCall(role, 'reports.issue') && (
        <Button look="primary" busy={isBusy} disabled={whyNotIssued !== undefined} title={whyNotIssued} onClick={() => setAsking('issue')}>
          {reports.issue}
        </Button>
      )}
      {asking && (
        <Dialog
          title={reports[asking]}
          mark="alert"
          description={texts[asking]}
          onClose={() => setAsking(null)}
          keepOnOutsidePress={asking === 'withdraw'}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>{reports.cancel}</Button>
              <Button
                look={asking === 'issue' ? 'primary' : 'danger'}
                disabled={asking === 'withdraw' && why.trim().length < 2}
                onClick={() => go(asking)}
              >
                {reports[asking]}
              </Button>
            </>
          }
        >
          {asking === 'withdraw' && <TextArea label={reports.why} required limit={500} value={why} onText={setWhy} />}
        </Dialog>
      )}
    </>
  );
}
