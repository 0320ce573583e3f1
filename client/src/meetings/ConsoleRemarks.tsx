import { useState } from 'react';
import type { ScreenItem } from '#shared/meetings/screen.ts';
import type { Remark } from '#shared/remarks/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Page.tsx';
import { useFailureText } from '../projects/data.ts';
import { useRemoveRemark, useTakeDownRemark } from '../remarks/mutations.ts';
import { RemarkList } from '../remarks/RemarkList.tsx';
import { TakeDownDialog } from '../remarks/TakeDownDialog.tsx';
import type { ScreenData } from './ConsolePage.tsx';

type ConsoleRemarksProps = { meeting: ScreenData['meeting']; item: ScreenItem | null; remarks: readonly Remark[] };

/** What leaders said on the item in front, beside what was decided on it. */
export function ConsoleRemarks({ meeting, item, remarks: said }: ConsoleRemarksProps) {
  const { remarks } = useMessages();
  const takeDown = useTakeDownRemark(remarks.saved);
  const remove = useRemoveRemark(remarks.remove);
  const failure = useFailureText(takeDown.error);
  const [isOpen, setOpen] = useState(false);
  const mayWrite = meeting.state === 'open';
  if (!mayWrite && said.length === 0) return null;
  return (
    <Section
      title={remarks.title}
      note={said.length === 0 ? remarks.none : undefined}
      actions={
        mayWrite && (
          <Button size="small" icon="edit" onClick={() => setOpen(true)}>
            {remarks.take}
          </Button>
        )
      }
    >
      <RemarkList remarks={said} onRemove={mayWrite ? ({ id, version }) => remove.mutate({ id, version }) : null} />
      {isOpen && (
        <TakeDownDialog
          title={item?.title ?? remarks.take}
          leaderName={item?.project?.figures.leaderName ?? meeting.host}
          busy={takeDown.isPending}
          failure={failure}
          onSave={(remark) =>
            takeDown.mutate(
              { seriesId: meeting.seriesId, week: meeting.week, agendaItemId: item?.id ?? null, ...remark },
              { onSuccess: () => setOpen(false) },
            )
          }
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
