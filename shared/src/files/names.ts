const LONGEST = 120;

/**
 * A file's name as it is kept and handed out again: without folders, without what a header, a shell or a file system
 * would read as a command, and without the marks that turn text around and make `gpj.exe` look like `exe.jpg`.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const plain = last
    .replace(/\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/["'<>:|?*;`$%\r\n]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain.length <= LONGEST) return plain || 'file';
  const ending = /\.[0-9a-z]{1,5}$/i.exec(plain)?.[0] ?? '';
  return [...plain.slice(0, -ending.length || undefined)].slice(0, LONGEST - ending.length).join('') + ending;
}
