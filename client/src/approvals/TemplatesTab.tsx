import { useState } from 'react';
import { TemplateKind, type TemplateStep } from '#shared/approvals/templates.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { type TemplateView, useTemplate } from './data.ts';
import { useKeepTemplate } from './mutations.ts';
import styles from './StepList.module.css';
import { TemplateStepDialog } from './TemplateStepDialog.tsx';

/** The templates that projects' steps are made from; each time one is kept it is a new edition, and projects keep theirs. */
export function TemplatesTab() {
  const messages = useMessages();
  const { approvals, app } = messages;
  const [kind, setKind] = useState<TemplateKind>('approval');
  const { data, error } = useTemplate(kind);
  return (
    <>
      <Segmented
        label={approvals.templates.kind}
        segments={TemplateKind.options.map((value) => ({ value, label: approvals.templateKinds[value] }))}
        value={kind}
        onValue={setKind}
      />
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!error && !data && <Skeleton label={app.loading} />}
      {data && <TemplateEditor key={`${kind}${data.edition}`} kind={kind} template={data} />}
    </>
  );
}

function TemplateEditor({ kind, template }: { kind: TemplateKind; template: TemplateView }) {
  const messages = useMessages();
  const { approvals, kit, vocabulary } = messages;
  const { templates } = approvals;
  const [steps, setSteps] = useState(template.steps);
  const [open, setOpen] = useState<TemplateStep | 'new' | null>(null);
  const keep = useKeepTemplate();
  const isChanged = JSON.stringify(steps) !== JSON.stringify(template.steps);
  const nameOf = (ref: string) => steps.find((step) => step.ref === ref)?.name ?? ref;
  const limit = ({ days, unit }: { days: number; unit: keyof typeof approvals.units }) =>
    approvals.statutoryOf(days, approvals.units[unit]);

  function put(step: TemplateStep): void {
    const known = steps.some((one) => one.ref === step.ref);
    setSteps(known ? steps.map((one) => (one.ref === step.ref ? step : one)) : [...steps, step]);
    setOpen(null);
  }

  function remove({ ref }: TemplateStep): void {
    setSteps(steps.flatMap((one) => (one.ref === ref ? [] : { ...one, needs: one.needs.filter((need) => need !== ref) })));
    setOpen(null);
  }

  return (
    <Section
      title={templates.title(approvals.templateKinds[kind])}
      note={template.edition === 0 ? templates.builtIn : templates.edition(template.edition)}
      actions={
        <>
          <Button size="small" icon="plus" onClick={() => setOpen('new')}>
            {approvals.add}
          </Button>
          <Button
            size="small"
            look="primary"
            disabled={!isChanged}
            busy={keep.isPending}
            onClick={() => keep.mutate({ kind, edition: template.edition, steps })}
          >
            {templates.keep(template.edition + 1)}
          </Button>
        </>
      }
    >
      <p className={styles.small}>{templates.note}</p>
      {isChanged && <Notice look="yellow">{templates.unsaved}</Notice>}
      {keep.error && <Notice look="red">{errorSentence(keep.error, messages)}</Notice>}
      <Table label={templates.title(approvals.templateKinds[kind])} sticky>
        <thead>
          <tr>
            <th scope="col">{approvals.group}</th>
            <th scope="col">{approvals.name}</th>
            <th scope="col">{approvals.agency}</th>
            <th scope="col">{templates.promised}</th>
            <th scope="col">{approvals.statutory}</th>
            <th scope="col">{approvals.needs}</th>
            <th scope="col">{approvals.acts}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.ref}>
              <td className={styles.plain}>{vocabulary.approvalGroup[step.group]}</td>
              <td className={styles.name}>
                {step.name}
                {step.exempt && <small className={styles.small}>{approvals.chart.exemptFor(step.exempt)}</small>}
              </td>
              <td className={styles.plain}>{step.agency}</td>
              <td className={styles.plain}>{step.promised ? limit(step.promised) : templates.notPromised}</td>
              <td>
                {step.terms.statutory && limit(step.terms.statutory)}
                {step.terms.statutory && kit.bracketed(approvals.marks[step.terms.mark])}
                {step.terms.basis && <small className={styles.small}>{step.terms.basis}</small>}
              </td>
              <td>{kit.list(step.needs.map(nameOf))}</td>
              <td>
                <Button size="small" onClick={() => setOpen(step)} aria-label={templates.editTitle(step.name)}>
                  {templates.edit}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {template.editions.length > 0 && (
        <ol aria-label={templates.editions} className={styles.small}>
          {template.editions.map(({ id, edition, keptAt, keptByName }) => (
            <li key={id}>{kit.phrases([templates.edition(edition), keptByName, dayOf(keptAt)])}</li>
          ))}
        </ol>
      )}
      {open && (
        <TemplateStepDialog step={open === 'new' ? null : open} steps={steps} onPut={put} onRemove={remove} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
