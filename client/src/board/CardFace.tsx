import type { ReactNode } from 'react';
import type { Card } from '#shared/board/card.ts';
import type { CardFace as Face } from '#shared/board/view.ts';
import type { Density } from '#shared/preferences/schema.ts';
import { AgendaCard, FlagCard, NominationCard, StopCard } from './EntryCard.tsx';
import { ProjectCard } from './ProjectCard.tsx';

type CardFaceProps = { face: Face; card: Card; place: number; startsAt: string; density: Density; menu?: ReactNode };

/** How a card looks: as a project, or as its entry in a list of the cycle. */
export function CardFace({ face, card, place, startsAt, density, menu }: CardFaceProps) {
  switch (face) {
    case 'project':
      return <ProjectCard card={card} menu={menu} look={density === 'compact' ? 'lines' : 'full'} />;
    case 'brief':
      return <ProjectCard card={card} menu={menu} look={density === 'compact' ? 'brief-lines' : 'brief'} />;
    case 'agenda':
      return <AgendaCard card={card} position={place} startsAt={startsAt} menu={menu} />;
    case 'nomination':
      return <NominationCard card={card} position={place} menu={menu} />;
    case 'stop':
      return <StopCard card={card} position={place} menu={menu} />;
    case 'flag':
      return <FlagCard card={card} position={place} menu={menu} />;
  }
}
