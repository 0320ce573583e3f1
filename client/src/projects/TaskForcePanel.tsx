import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Section } from '../kit/Page.tsx';
import type { ProjectView } from './data.ts';
import styles from './ProjectPage.module.css';
import { TaskForceDialog } from './TaskForceDialog.tsx';

/** Who moves the project on, the leader first. */
export function TaskForcePanel({ view, role }: { view: ProjectView; role: Role }) {
  const { kit, projects } = useMessages();
  const words = projects.taskForce;
  const [isOpen, setIsOpen] = useState(false);
  const members = view.taskForce?.members ?? [];
  return (
    <Section
      title={words.title}
      note={members.length > 0 && words.count(members.length)}
      actions={
        mayCall(role, 'projects.setTaskForce') && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {words.edit}
          </Button>
        )
      }
    >
      {members.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul>
        {members.map((member) => (
          <li key={`${member.name} ${member.phone}`} className={styles.member}>
            <b>{member.name}</b>
            {member.isLeader && <Chip look="ink">{words.leader}</Chip>}
            <span className={styles.quiet}>{kit.apart([member.unit, member.duty])}</span>
            <span className={styles.phone}>{member.phone}</span>
          </li>
        ))}
      </ul>
      {isOpen && <TaskForceDialog view={view} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}
