import { useState } from 'react';
import { Dialog } from '../kit/Dialog.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { actionGroups } from './actions.ts';
import styles from './KeyMap.module.css';
import { useMessages } from './language.tsx';

/** Every key that acts on the page in hand, from the same list as the palette. */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { app } = useMessages();
  const [known] = useState(actionGroups);
  const groups = known
    .map((group) => ({ ...group, actions: group.actions.filter((action) => action.keys !== undefined) }))
    .filter((group) => group.actions.length > 0);
  return (
    <Dialog title={app.actions.keys} size="medium" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.keys}>
              {group.actions.map(({ id, label, keys }) => (
                <div key={id} className={styles.line}>
                  <dt>{label}</dt>
                  <dd className={styles.caps}>
                    {keys?.map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
