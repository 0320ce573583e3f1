/** Attendees are typed as one text; names come apart at the usual marks and lines. */
export function peopleOf(attendees: string | null): string[] {
  return (attendees ?? '')
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
