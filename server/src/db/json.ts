/** JSON kept as text on both databases; the store that owns the column parses it with its schema. */
export type Json = string;
