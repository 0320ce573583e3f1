import type { Catalogue } from '../app/messages.ts';
import type { ListedPhoto } from './data.ts';

type Words = Catalogue['photos'];

/** `2026-10-29T14:36` as `10-29 14:36`. */
export function shortTime(takenAt: string): string {
  return takenAt.slice(5).replace('T', ' ');
}

export function placeWords({ latitude, longitude }: Pick<ListedPhoto, 'latitude' | 'longitude'>, photos: Words): string {
  return latitude === null || longitude === null ? photos.noPlace : photos.place(degreesText(latitude), degreesText(longitude));
}

/** Four places: eleven metres. */
function degreesText(millionths: number): string {
  return (millionths / 1_000_000).toFixed(4);
}

/** Where else the same photo hangs. */
export function twiceWords(other: ListedPhoto['alsoAt'][number], photos: Words): string {
  const where = other.week ? photos.inWeek(other.week) : photos.inVisit;
  return photos.twiceAt(other.projectName ?? photos.otherUnit, where, other.addedAt.slice(0, 10));
}
