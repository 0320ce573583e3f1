import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';

/** Another console drives the screen: whose it is, and the way to take it over. */
export function DriverNotice({ name, onTakeOver }: { name: string | null; onTakeOver: () => void }) {
  const { meetings } = useMessages();
  if (name === null) return null;
  return (
    <Notice look="yellow" actions={<Button onClick={onTakeOver}>{meetings.drive.takeOver}</Button>}>
      {meetings.drive.drivenBy(name)}
    </Notice>
  );
}
