/**
 * Finds what a migration breaks for the previous version. Compares database catalogs, not SQL, so
 * that statements in DO blocks count.
 */

/** Runs SQL as the database's owner. */
export type Query = <R>(text: string) => Promise<R[]>;

interface Column {
  table: string;
  column: string;
  type: string;
  required: boolean;
  /** A default, an identity or a generated value. */
  filled: boolean;
  /** Nobody may write it: a generated column, or an identity that is always generated. */
  generated: boolean;
}
/** Something that refuses or hides rows: named, and with its definition. */
interface Rule {
  table: string;
  name: string;
  definition: string;
  /** Of a constraint: the columns that it reads. */
  columns: string[];
}

export interface Catalog {
  columns: Column[];
  constraints: Rule[];
  uniqueIndexes: Rule[];
  /** What `ON CONFLICT` may name: a table, its columns or expressions, and a condition. */
  arbiters: Rule[];
  /** Named with their arguments, which distinguish functions of one name. */
  functions: Rule[];
  triggers: Rule[];
  policies: Rule[];
  grants: Rule[];
}

/** A thing that breaks the version before: what (as an exception names it) and why. */
export interface BreakingChange {
  subject: string;
  why: string;
}

const TABLES = `select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and c.relname <> '_prisma_migrations'`;

export async function readCatalog(query: Query): Promise<Catalog> {
  const columns =
    await query<Column>(`select t.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required, a.atthasdef or a.attidentity <> '' as filled,
      a.attgenerated <> '' or a.attidentity = 'a' as generated
    from (${TABLES}) t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped`);
  const constraints =
    await query<Rule>(`select t.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition,
      array(select attname::text from pg_attribute where attrelid = t.oid and attnum = any (k.conkey)) as columns
    from (${TABLES}) t join pg_constraint k on k.conrelid = t.oid where k.contype in ('c', 'f', 'u', 'p', 'x')`);
  const uniqueIndexes =
    await query<Rule>(`select t.relname as table, i.relname as name, pg_get_indexdef(i.oid) as definition, '{}'::text[] as columns
    from (${TABLES}) t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
    where x.indisunique and not exists (select from pg_constraint k where k.conindid = i.oid)`);
  const arbiters =
    await query<Rule>(`select t.relname as table, i.relname as name, '{}'::text[] as columns, concat(array(
        select pg_get_indexdef(x.indexrelid, n, true) from generate_series(1, x.indnkeyatts) as n order by 1)::text,
        ' where ' || pg_get_expr(x.indpred, x.indrelid)) as definition
    from (${TABLES}) t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
    where x.indisunique and x.indimmediate`);
  const functions =
    await query<Rule>(`select p.proname as table, concat(p.proname, '(', pg_get_function_identity_arguments(p.oid), ')') as name,
      pg_get_function_result(p.oid) as definition, '{}'::text[] as columns
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype`);
  const triggers =
    await query<Rule>(`select t.relname as table, g.tgname as name, pg_get_triggerdef(g.oid) as definition, '{}'::text[] as columns
    from (${TABLES}) t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`);
  const policies =
    await query<Rule>(`select tablename as table, policyname as name, concat_ws(' ', permissive, roles, cmd, qual, with_check) as definition,
      '{}'::text[] as columns from pg_policies where schemaname = 'public'`);
  const grants =
    await query<Rule>(`select t.relname as table, concat(r.rolname, ' ', a.privilege_type) as name, '' as definition, '{}'::text[] as columns
    from (${TABLES}) t join pg_class c on c.oid = t.oid cross join aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
    where c.relowner <> a.grantee`);
  return {
    ...{ columns, constraints, uniqueIndexes, arbiters },
    ...{ functions, triggers, policies, grants },
  };
}

const keyOf = ({ table, name }: Rule): string => `${table}.${name}`;

/** In the order of tables. Empty: the version before runs beside it. */
export function breakingChanges(before: Catalog, after: Catalog): BreakingChange[] {
  const tables = new Set(before.columns.map(({ table }) => table));
  const left = new Set(after.columns.map(({ table }) => table));
  const known = {
    tables: new Set([...tables].filter((table) => left.has(table))),
    columns: columnsByName(before),
  };
  const changes = [
    ...[...tables]
      .filter((table) => !left.has(table))
      .map((table) => ({ subject: table, why: 'the table is gone' })),
    ...changedColumns(before, after, known.tables),
    ...addedRules(before.constraints, after.constraints, known),
    ...addedRules(before.uniqueIndexes, after.uniqueIndexes, known),
    ...goneArbiters(before.arbiters, after.arbiters, known.tables),
    ...goneFunctions(before.functions, after.functions),
    ...addedRules(before.triggers, after.triggers, known),
    ...changedRules(before.policies, after.policies, known.tables, 'policy'),
    ...changedRules(before.grants, after.grants, known.tables, 'grant'),
  ];
  return changes.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
}

const columnsByName = (catalog: Catalog): Map<string, Column> =>
  new Map(catalog.columns.map((column) => [`${column.table}.${column.column}`, column]));

function changedColumns(
  before: Catalog,
  after: Catalog,
  tables: ReadonlySet<string>,
): BreakingChange[] {
  const [was, is] = [columnsByName(before), columnsByName(after)];
  const gone = [...was].filter(([name, { table }]) => tables.has(table) && !is.has(name));
  const changes = gone.map(([subject]) => ({
    subject,
    why: 'the column is gone or has another name',
  }));
  for (const [subject, column] of is) {
    if (!tables.has(column.table)) continue;
    const old = was.get(subject);
    if (old && old.type !== column.type)
      changes.push({ subject, why: `its type was ${old.type} and is ${column.type}` });
    if (old && column.generated && !old.generated)
      changes.push({ subject, why: 'the version before may write it, and it is generated now' });
    const mustBeGiven = column.required && !column.filled;
    if (mustBeGiven && !old)
      changes.push({ subject, why: 'a new column is NOT NULL without a default' });
    else if (mustBeGiven && old && (!old.required || old.filled))
      changes.push({ subject, why: 'the column must be given now and was not before' });
  }
  return changes;
}

/**
 * The version before may write what a new rule on a table of its own refuses. A rule over new
 * columns alone refuses nothing of it.
 */
function addedRules(
  before: readonly Rule[],
  after: readonly Rule[],
  known: { tables: ReadonlySet<string>; columns: ReadonlyMap<string, Column> },
): BreakingChange[] {
  const definitions = new Set(before.map((rule) => `${rule.table} ${rule.definition}`));
  return after
    .filter(
      (rule) =>
        known.tables.has(rule.table) && !definitions.has(`${rule.table} ${rule.definition}`),
    )
    .filter(({ table, columns, definition }) => {
      const onNewColumns =
        columns.length > 0 && columns.every((column) => !known.columns.has(`${table}.${column}`));
      return !onNewColumns || /^(UNIQUE|PRIMARY KEY|EXCLUDE)/.test(definition);
    })
    .map((rule) => ({
      subject: keyOf(rule),
      why: `a new rule may refuse what the version before writes: ${rule.definition}`,
    }));
}

/** Another index over the same serves as well, whatever its name. */
function goneArbiters(
  before: readonly Rule[],
  after: readonly Rule[],
  tables: ReadonlySet<string>,
): BreakingChange[] {
  const left = new Set(after.map(({ table, definition }) => `${table} ${definition}`));
  return before
    .filter(({ table, definition }) => tables.has(table) && !left.has(`${table} ${definition}`))
    .map((rule) => ({
      subject: keyOf(rule),
      why: `nothing is unique in ${rule.definition} any more, and ON CONFLICT of the version before may name it`,
    }));
}

function goneFunctions(before: readonly Rule[], after: readonly Rule[]): BreakingChange[] {
  const left = new Map(after.map(({ name, definition }) => [name, definition]));
  return before
    .filter(({ name, definition }) => left.get(name) !== definition)
    .map(({ name }) => ({
      subject: name,
      why: 'the function is gone, or takes or returns something else',
    }));
}

function changedRules(
  before: readonly Rule[],
  after: readonly Rule[],
  tables: ReadonlySet<string>,
  what: string,
): BreakingChange[] {
  const is = new Map(after.map((rule) => [keyOf(rule), rule.definition]));
  return before
    .filter((rule) => tables.has(rule.table) && is.get(keyOf(rule)) !== rule.definition)
    .map((rule) => ({
      subject: keyOf(rule),
      why: `the ${what} of the version before is gone or changed`,
    }));
}

/** What a migration's own comments say is safe all the same: `-- compatible: <subject>: <why>`. */
export const compatibilityNotes = (sql: string): string[] =>
  [...sql.matchAll(/^-- compatible: (.+?): .{10,}$/gm)].map(([, subject]) => subject!);
