/** Width of a text in full-width characters: Latin letters, digits and spaces take half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character <= 'ÿ' ? 0.5 : 1;
  return width;
}
