import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { GateDialog } from '../projects/GateDialog.tsx';
import { StageDialog } from '../projects/StageDialog.tsx';
import styles from './MoveDialogs.module.css';
import type { Asking, useMoves } from './moves.ts';
import { WordsDialog } from './WordsDialog.tsx';

type Moves = ReturnType<typeof useMoves>;

/** What a move asks before it is made, and what is said of cards that stayed. */
export function MoveDialogs({ moves, cards, role }: { moves: Moves; cards: readonly Card[]; role: Role }) {
  const { asking, close } = moves;
  if (!asking) return null;
  switch (asking.kind) {
    case 'gate':
      return <GateDialog project={asking.card} to={asking.to} missing={asking.missing} role={role} onClose={close} />;
    case 'stage':
      return (
        <StageDialog
          project={cards.find((card) => card.id === asking.card.id) ?? asking.card}
          to={asking.to}
          role={role}
          onMoved={(requestId) => moves.movedStage(asking.card, requestId)}
          onClose={close}
        />
      );
    case 'stages':
      return <StagesDialog asking={asking} moves={moves} />;
    case 'report':
      return <ReportDialog asking={asking} onClose={close} />;
    case 'words':
      return (
        <WordsDialog
          key={asking.failure}
          asking={asking}
          onClose={close}
          onWords={(words) => {
            close();
            void moves.run(asking.picks, asking.target, { words });
          }}
        />
      );
  }
}

/** Several projects go to one stage on one day; each is asked by its own gate. */
function StagesDialog({ asking, moves }: { asking: Extract<Asking, { kind: 'stages' }>; moves: Moves }) {
  useEditing(...asking.picks.map(({ card }) => card.id));
  const { board, kit, projects, vocabulary } = useMessages();
  const today = useToday();
  const [on, setOn] = useState<Day | null>(today);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const given = words.trim();
  const lacks = asking.asksWords && given.length < 2;
  return (
    <FormDialog
      title={kit.labelled(board.moveTogether(asking.picks.length), vocabulary.stage[asking.to])}
      save={board.confirm}
      busy={false}
      failure={isTried && lacks ? board.wordsMissing : null}
      onSave={() => {
        setTried(true);
        if (lacks) return;
        moves.close();
        void moves.run(asking.picks, asking.target, { on, ...(given ? { words: given } : {}) });
      }}
      onClose={moves.close}
    >
      <FormGrid>
        <DateField label={projects.movedOn} value={on} onDay={setOn} max={today} />
        {asking.asksWords && (
          <WideCell>
            <TextArea label={board.reason} required limit={300} value={words} onText={setWords} />
          </WideCell>
        )}
        <WideCell>
          <ul className={styles.names}>
            {asking.picks.map(({ card }) => (
              <li key={card.id}>{card.name}</li>
            ))}
          </ul>
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}

/** Those of several cards that stayed, each with its reason. */
function ReportDialog({ asking, onClose }: { asking: Extract<Asking, { kind: 'report' }>; onClose: () => void }) {
  const { board } = useMessages();
  return (
    <Dialog
      title={asking.title}
      mark="stop"
      size="medium"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {board.understood}
        </Button>
      }
    >
      <ul className={styles.stayed}>
        {asking.stayed.map(({ card, why }) => (
          <li key={card.id}>
            <b>{card.name}</b>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
