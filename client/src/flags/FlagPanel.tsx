import type { Role } from '#shared/accounts/schema.ts';
import { type Consequence, type FlagAct, flagMoves, whyNotMoveFlag } from '#shared/flags/rules.ts';
import type { Flag, FlagColour } from '#shared/flags/schema.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice } from '../kit/Page.tsx';
import { FlagMark } from './FlagMark.tsx';
import styles from './FlagPanel.module.css';

export type ListedFlag = Flag & {
  projectName: string | null;
  unitName: string | null;
  quartersInRow: number;
  consequence: Consequence | null;
};

type FlagPanelProps = {
  colour: FlagColour;
  flags: readonly ListedFlag[];
  quota: number | null;
  inspection: Pick<Inspection, 'state'> | null;
  role: Role;
  scoreOf: (flag: ListedFlag) => string | null;
  onAct: (flag: ListedFlag, act: FlagAct) => void;
};

const acts: readonly FlagAct[] = ['review', 'sign', 'announce', 'withdraw'];

/** The quarter's flags of one colour, each with the step that it waits for. */
export function FlagPanel({ colour, flags, quota, inspection, role, scoreOf, onAct }: FlagPanelProps) {
  const { flags: text, kit } = useMessages();
  const talks = flags.filter((flag) => flag.consequence === 'talk');
  return (
    <section aria-label={text.heading[colour]}>
      <header className={styles.head}>
        <FlagMark colour={colour} size={18} silent />
        <h2>{text.heading[colour]}</h2>
        {quota !== null && <span className={styles.note}>{text.quota(flags.length, quota)}</span>}
      </header>
      {flags.length === 0 && <p className={styles.note}>{text.none[colour]}</p>}
      <ul className={styles.list}>
        {flags.map((flag) => (
          <FlagItem key={flag.id} flag={flag} score={scoreOf(flag)} inspection={inspection} role={role} onAct={(act) => onAct(flag, act)} />
        ))}
      </ul>
      {talks.length > 0 && (
        <Notice look="red" title={text.talk}>
          <p>{text.talkHint(kit.list([...new Set(talks.map((flag) => flag.unitName ?? ''))]))}</p>
        </Notice>
      )}
    </section>
  );
}

type FlagItemProps = { flag: ListedFlag; score: string | null; onAct: (act: FlagAct) => void } & Pick<
  FlagPanelProps,
  'inspection' | 'role'
>;

function FlagItem({ flag, score, inspection, role, onAct }: FlagItemProps) {
  const messages = useMessages();
  const { flags: text, vocabulary } = messages;
  const name = flag.projectName ?? flag.unitName ?? '';
  const own = acts.filter((act) => flagMoves[act].roles.includes(role) && flagMoves[act].from.includes(flag.state));
  return (
    <li className={styles.item}>
      <span className={styles.name}>{name}</span>
      <span>{score}</span>
      <span className={styles.note}>
        {[
          flag.unitName,
          flag.quartersInRow > 1 ? text.inRow(flag.quartersInRow) : null,
          flag.signedByName ? text.signedBy(flag.signedByName) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Chip look={flag.state === 'announced' ? 'ink' : 'plain'}>{vocabulary.flagState[flag.state]}</Chip>
      {flag.basis !== '' && <p className={styles.basis}>{flag.basis}</p>}
      {own.length > 0 && (
        <span className={styles.acts}>
          {own.map((act) => {
            const why = whyNotMoveFlag(flag, act, role, inspection);
            return (
              <Button
                key={act}
                size="small"
                look={act === 'withdraw' ? 'text' : 'default'}
                aria-label={text.actOn(text.act[act], name)}
                disabled={why !== null}
                title={why ? refusalSentence(why, messages) : undefined}
                onClick={() => onAct(act)}
              >
                {text.act[act]}
              </Button>
            );
          })}
        </span>
      )}
    </li>
  );
}

/** How many announced flags each unit's projects hold this year. */
export function UnitFlags({ units }: { units: readonly { unitId: string; unitName: string; red: number; black: number }[] }) {
  const { flags: text } = useMessages();
  if (units.length === 0) return <p className={styles.note}>{text.noUnits}</p>;
  return (
    <ul className={styles.units}>
      {units.map((unit) => (
        <li key={unit.unitId} className={styles.unit}>
          <span className={styles.grow}>{unit.unitName}</span>
          {unit.red > 0 && (
            <>
              <FlagMark colour="red" />
              {unit.red}
            </>
          )}
          {unit.black > 0 && (
            <>
              <FlagMark colour="black" />
              {unit.black}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
