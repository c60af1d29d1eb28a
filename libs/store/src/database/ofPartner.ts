/** The partner's condition of statements that find rows by their key. */

/**
 * SQL: rows of one partner, beside a condition by their key. Not by `=`: in a table without
 * statistics an index that begins with the partner costs the planner as little as that of the key,
 * and the plan that is kept would read all the partner's rows. Of an array it expects ten elements.
 */
export const ofPartner = (column: string, partner: string): string =>
  `${column} = any (array_append('{}', ${partner}::uuid))`;
