import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { isPicture } from '#shared/files/types.ts';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { sizeText } from '../files/size.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import { type ProjectView, useFailureText } from '../projects/data.ts';
import { AddDialog } from './AddDialog.tsx';
import styles from './Attachments.module.css';
import { useRemoveAttachment, useRenameAttachment } from './mutations.ts';
import { TitleFields } from './TitleFields.tsx';

type Shown = ProjectView['attachments'][number];
type Open = 'add' | { act: 'rename' | 'remove'; attachment: Shown };

/** A project's files, the newest first: pictures are seen, everything is downloaded. */
export function AttachmentList({ view, role }: { view: ProjectView; role: Role }) {
  const { attachments: words } = useMessages();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const mayAdd = mayCall(role, 'attachments.add');
  const add = mayAdd && (
    <Button icon="upload" size="small" onClick={() => setOpen('add')}>
      {words.add}
    </Button>
  );
  return (
    <Section title={words.title} note={words.count(view.attachments.length)} actions={add}>
      {view.attachments.length === 0 ? (
        <EmptyState title={words.none} hint={words.noneHint} />
      ) : (
        <Table label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.at}</th>
              {mayAdd && <th aria-label={words.edit} />}
            </tr>
          </thead>
          <tbody>
            {view.attachments.map((attachment) => (
              <tr key={attachment.id}>
                <td className={styles.title}>
                  <Download attachment={attachment} />
                </td>
                <td className={styles.plain}>{words.kinds[attachment.kind]}</td>
                <td className={styles.file}>{`${attachment.fileName} · ${sizeText(attachment.size)}`}</td>
                <td className={styles.plain}>{attachment.addedBy}</td>
                <td className={styles.plain}>{`${dayOf(attachment.addedAt)} ${timeOf(attachment.addedAt)}`}</td>
                {mayAdd && (
                  <td className={styles.plain}>
                    <Button
                      size="small"
                      look="text"
                      aria-label={words.editOf(attachment.title)}
                      onClick={() => setOpen({ act: 'rename', attachment })}
                    >
                      {words.edit}
                    </Button>
                    <Button
                      size="small"
                      look="text"
                      aria-label={words.removeOf(attachment.title)}
                      onClick={() => setOpen({ act: 'remove', attachment })}
                    >
                      {words.remove}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open === 'add' && <AddDialog projectId={view.project.id} onClose={close} />}
      {open !== null && open !== 'add' && open.act === 'rename' && <RenameDialog attachment={open.attachment} onClose={close} />}
      {open !== null && open !== 'add' && open.act === 'remove' && <RemoveDialog attachment={open.attachment} onClose={close} />}
    </Section>
  );
}

function Download({ attachment: { id, title, mediaType } }: { attachment: Shown }) {
  const { attachments } = useMessages();
  const address = `/files/attachments/${id}`;
  return (
    <a className={styles.download} href={address} download aria-label={attachments.download(title)}>
      {isPicture(mediaType) ? (
        <img className={styles.picture} src={`${address}?show=1`} alt={attachments.picture(title)} loading="lazy" />
      ) : (
        <Icon name="download" size={14} />
      )}
      <span>{title}</span>
    </a>
  );
}

function RenameDialog({ attachment, onClose }: { attachment: Shown; onClose: () => void }) {
  const { attachments, projects } = useMessages();
  const rename = useRenameAttachment();
  const failure = useFailureText(rename.error);
  const [{ id, version }] = useState(attachment);
  const [title, setTitle] = useState(attachment.title);
  const [kind, setKind] = useState(attachment.kind);
  const [asked, setAsked] = useState(false);

  function save(): void {
    setAsked(true);
    if (title.trim() !== '') rename.mutate({ id, version, title: title.trim(), kind }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={attachments.editOf(attachment.title)}
      save={projects.save}
      busy={rename.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <TitleFields title={title} kind={kind} onTitle={setTitle} onKind={setKind} asked={asked} />
      </FormGrid>
    </FormDialog>
  );
}

function RemoveDialog({ attachment, onClose }: { attachment: Shown; onClose: () => void }) {
  const { attachments } = useMessages();
  const remove = useRemoveAttachment();
  const failure = useFailureText(remove.error);
  const [{ id, version, title }] = useState(attachment);
  return (
    <FormDialog
      title={attachments.removeOf(title)}
      save={attachments.remove}
      busy={remove.isPending}
      failure={failure}
      onSave={() => remove.mutate({ id, version }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Notice look="yellow">{attachments.removeMeans(title)}</Notice>
    </FormDialog>
  );
}
