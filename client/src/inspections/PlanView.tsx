import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Hidden } from '../kit/Hidden.tsx';
import { useToast } from '../kit/Toast.tsx';
import { AddStop } from './AddStop.tsx';
import styles from './InspectionPage.module.css';
import { useAddStop, useMoveStop, useRemoveStop, useSetGroup } from './mutations.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { Inspectors, type PlanOf, PlanPanel } from './PlanPanel.tsx';
import { type RouteEntry, RouteList } from './RouteList.tsx';

type PlanViewProps = {
  inspection: PlanOf & { version: number | null };
  entries: readonly RouteEntry[];
  inspectors: readonly { id: Id<'account'>; name: string; sheets: number }[];
  isPlanner: boolean;
};

/** Where the round goes and by what it is judged. */
export function PlanView({ inspection, entries, inspectors, isPlanner }: PlanViewProps) {
  const { inspections: text } = useMessages();
  const trpc = useTRPC();
  const toast = useToast();
  const [dialog, setDialog] = useState<'plan' | 'add' | null>(null);
  const [said, setSaid] = useState('');
  const { quarter } = inspection;
  const flags = useQuery(trpc.flags.list.queryOptions({ quarter })).data?.flags ?? [];
  const add = useAddStop();
  const move = useMoveStop();
  const remove = useRemoveStop();
  const setGroup = useSetGroup();
  const stops = entries.filter((entry) => entry.routeKey !== null);

  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <RouteList
          inspection={inspection}
          entries={entries}
          inspectors={inspectors.length}
          isFlagged={(entry) => flags.some((flag) => flag.projectId === entry.projectId)}
          acts={
            isPlanner
              ? {
                  add: () => setDialog('add'),
                  move: ({ id, version, projectName }, after, place) =>
                    move.mutate({ id, version, after }, { onSuccess: () => setSaid(text.route.moved(projectName, place, stops.length)) }),
                  putOn: ({ projectId }) => add.mutate({ projectId, quarter }),
                  takeOff: ({ id, version, projectName }, keepRated) =>
                    remove.mutate(
                      { id, version, keepRated },
                      { onSuccess: () => keepRated || toast({ text: text.route.removed(projectName) }) },
                    ),
                  setGroup: ({ id, version }, groupId) => setGroup.mutate({ id, version, groupId }),
                }
              : null
          }
        />
        <Hidden live>{said}</Hidden>
      </div>
      <aside className={styles.side}>
        <PlanPanel inspection={inspection} onEdit={isPlanner && inspection.state !== 'closed' ? () => setDialog('plan') : null} />
        <Inspectors inspectors={inspectors} entries={entries.length} />
      </aside>
      {dialog === 'plan' && (
        <PlanDialog inspection={inspection} usedGroups={entries.map((entry) => entry.groupId)} onClose={() => setDialog(null)} />
      )}
      {dialog === 'add' && (
        <AddStop quarter={quarter} onRoute={new Set(stops.map((stop) => stop.projectId))} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
