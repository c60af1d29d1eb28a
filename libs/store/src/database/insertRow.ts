/** One row of a model, written by SQL: what is used all the time does not load Prisma's client. */
import type { Statement } from './database.ts';
import { columnOf } from './columns.ts';
import { Parameters } from './parameters.ts';

/** `row` by the names of its model's fields; `rest` follows the values, such as `returning …`. */
export function insertRow<Model>(
  table: string,
  row: { [Field in keyof Model]?: Model[Field] },
  rest = '',
): Statement {
  const parameters = new Parameters();
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  const values = fields.map(([, value]) => parameters.add(value));
  const names = fields.map(([field]) => columnOf(field));
  return {
    query: `insert into ${table} (${names.join(', ')}) values (${values.join(', ')}) ${rest}`,
    values: parameters.values,
  };
}
