import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { Id } from '#shared/kit/ids.ts';
import { explain } from '#shared/lamps/explain.ts';
import { dimensionName } from '#shared/lamps/names.ts';
import type { Reason } from '#shared/lamps/result.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { ExemptDialog } from './ExemptDialog.tsx';
import { ExemptionList } from './ExemptionList.tsx';
import { Lamp } from './Lamp.tsx';
import styles from './ReasonsPanel.module.css';

type ReasonsPanelProps = {
  projectId: Id<'project'>;
  figures: Pick<ProjectFigures, 'standing' | 'override' | 'ruleLamp' | 'reasons'> | null;
  role: Role;
};

/** Why a project's lamp is what it is: the rules' word by dimension, and beside it what the office has said. */
export function ReasonsPanel({ projectId, figures, role }: ReasonsPanelProps) {
  const { kit, projects, vocabulary } = useMessages();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.lamps.ofProject.queryOptions({ projectId }));
  const [asked, setAsked] = useState<Reason | null>(null);
  const { language } = useLanguage();
  return (
    <Section title={projects.reasons}>
      {figures?.override && (
        <Notice>
          {projects.overridden(figures.override.byName, figures.override.reason)}
          {figures.ruleLamp && kit.bracketed(projects.ruleSays(vocabulary.lamp[figures.ruleLamp]))}
        </Notice>
      )}
      {figures?.reasons.length === 0 && (
        <p className={styles.quiet}>{figures.standing === 'active' ? vocabulary.noLamp : projects.noLamp}</p>
      )}
      <ul className={styles.reasons}>
        {figures?.reasons.map((reason) => (
          <li key={reason.dimension}>
            <Lamp colour={reason.lamp} size={20} />
            <span>{explain(reason, language).long}</span>
            {mayCall(role, 'lamps.exempt') && reason.lamp !== 'green' && !reason.exemption && (
              <ExemptButton reason={reason} onClick={() => setAsked(reason)} />
            )}
          </li>
        ))}
      </ul>
      {data && data.exemptions.length > 0 && <ExemptionList exemptions={data.exemptions} reasons={figures?.reasons ?? []} role={role} />}
      {asked && (
        <ExemptDialog
          projectId={projectId}
          dimension={asked.dimension}
          name={dimensionName({ id: asked.dimension, name: asked.name })[language]}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

function ExemptButton({ reason, onClick }: { reason: Reason; onClick: () => void }) {
  const { exemptions: words } = useMessages();
  const { language } = useLanguage();
  const name = dimensionName({ id: reason.dimension, name: reason.name })[language];
  return (
    <Button size="small" aria-label={words.exemptOf(name)} onClick={onClick}>
      {words.exempt}
    </Button>
  );
}
