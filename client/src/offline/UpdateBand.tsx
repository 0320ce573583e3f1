import { useSyncExternalStore } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { newerBuild } from './register.ts';
import styles from './UpdateBand.module.css';

/** A newer build is on this device: the page goes on as it is until somebody says so. */
export function UpdateBand() {
  const { app } = useMessages();
  const isNewer = useSyncExternalStore(newerBuild.subscribe, newerBuild.isThere, newerBuild.isThere);
  if (!isNewer) return null;
  return (
    <p className={styles.band} role="status">
      <span>{app.newer}</span>
      <Button size="small" onClick={() => window.location.reload()}>
        {app.reload}
      </Button>
    </p>
  );
}
