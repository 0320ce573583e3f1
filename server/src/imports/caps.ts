/** What a file may hold before it is refused (RELIABILITY.md G28). */
export const caps = {
  fileBytes: 20 * 1024 * 1024,
  zipEntries: 200,
  entryBytes: 20 * 1024 * 1024,
  /** All parts of a file together; 200 parts of 20 MB would still stop a small machine. */
  unpackedBytes: 80 * 1024 * 1024,
  rows: 10_000,
  columns: 500,
  sheets: 60,
} as const;
