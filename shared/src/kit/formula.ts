/** Whether a text begins as a formula does, so that a spreadsheet works it out as soon as somebody edits the cell. */
export function beginsFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text);
}

/** The text as it goes where only an apostrophe keeps a spreadsheet from working it out: in CSV, on the clipboard. A plain number is no formula. */
export function defused(text: string): string {
  return beginsFormula(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
}
