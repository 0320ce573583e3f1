import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { dimensionName } from '#shared/lamps/names.ts';
import type { Reason } from '#shared/lamps/result.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { useLanguage } from '../kit/language.ts';
import { useToast } from '../kit/Toast.tsx';
import type { ProjectLamps } from './data.ts';
import { useWithdrawExemption } from './mutations.ts';
import styles from './ReasonsPanel.module.css';

type ExemptionListProps = {
  exemptions: ProjectLamps['exemptions'];
  /** What the rules in force say, and so what their own dimensions are called. */
  reasons: readonly Pick<Reason, 'dimension' | 'name'>[];
  role: Role;
};

/** Every exemption that was ever recorded, who approved it and until when; the withdrawn ones stay in sight. */
export function ExemptionList({ exemptions, reasons, role }: ExemptionListProps) {
  const { exemptions: words, kit } = useMessages();
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const withdraw = useWithdrawExemption();
  return (
    <>
      <h3 className={styles.title}>{words.list}</h3>
      <SaveError error={withdraw.error} />
      <ul className={styles.exemptions}>
        {exemptions.map((one) => {
          const name = dimensionName({
            id: one.dimension,
            name: reasons.find(({ dimension }) => dimension === one.dimension)?.name ?? null,
          })[language];
          return (
            <li key={one.id}>
              <span>{words.line(name, words.kinds[one.kind], one.reason)}</span>
              <span className={styles.by}>
                {kit.apart([words.approved(one.approvedBy, one.approvedOn, one.until), words.recorded(one.byName, dayOf(one.at))])}
              </span>
              {one.withdrawnAt && <Chip>{words.withdrawn(one.withdrawnBy ?? '', dayOf(one.withdrawnAt))}</Chip>}
              {!one.withdrawnAt && one.until !== null && one.until < today && <Chip>{words.over}</Chip>}
              {!one.withdrawnAt && mayCall(role, 'lamps.withdrawExemption') && (
                <Button
                  size="small"
                  look="text"
                  aria-label={words.withdrawOf(name)}
                  busy={withdraw.isPending}
                  onClick={() =>
                    withdraw.mutate({ id: one.id, version: one.version }, { onSuccess: () => toast({ text: words.isWithdrawn }) })
                  }
                >
                  {words.withdraw}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
