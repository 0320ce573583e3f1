import type { BoardSnapshot } from './card.ts';

// What the first page is drawn from by the server: the answers that the program itself asks for, in the types of their
// procedures. `url` is the page's own address, with what it asks of the board.

/** What the frame around the page is drawn from. */
export type FrameOf<Session, District> = { url: string; session: Session; district: District };

/** What the board in it is drawn from. */
export type StillOf<Session> = { url: string; session: Session; board: BoardSnapshot };
