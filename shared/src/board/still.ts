import type { BoardSnapshot } from './card.ts';

/** What a still of the board is drawn from: the answers that the program itself asks for, in the types of their procedures. */
export type StillOf<Session, District> = {
  /** The page's own address, with what it asks of the board. */
  url: string;
  session: Session;
  district: District;
  board: BoardSnapshot;
};
