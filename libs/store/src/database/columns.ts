/**
 * Types rows of SQL by Prisma's models: a field renamed in `schema.prisma` no longer compiles.
 * `columns.test.ts` compares with the database.
 */

/** The driver answers a `bigint` as text. */
export type RowOf<Model, Field extends keyof Model> = {
  [Name in Field]: Model[Name] extends bigint ? string : Model[Name];
};

/** Columns that keep the name of an earlier version, so that both versions read them. */
const EARLIER_NAMES: Readonly<Record<string, string>> = {
  jobKey: 'slot',
  portfolioKey: 'standing',
  stepObservedAt: 'looked_at',
};

export const columnOf = (field: string): string =>
  EARLIER_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `t.id as "id", t.partner_id as "partnerId"`. */
export const columns = (alias: string, fields: readonly string[]): string =>
  fields.map((field) => `${alias}.${columnOf(field)} as "${field}"`).join(', ');
