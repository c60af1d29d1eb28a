/** A migration may not keep processes that work from writing while it reads a table. */
import { describe, expect, it } from 'vitest';
import { concurrentIndexes } from './concurrentIndexes.ts';
import { readMigrations } from './readMigrations.ts';

/** Up to this one indexes were built in the transaction; no release had been made. */
const BASELINE = '0089_deletion_indexes';

const migration = (sql: string) => ({ name: '9999_further', sql, checksum: 'abc' });

/** Tables that were there before, on which an index is built in the transaction. */
const heldUp = (sql: string): string[] => {
  const plain = sql.replaceAll(/--.*$/gm, '').replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, '');
  const made = [...plain.matchAll(/\bCREATE TABLE (\w+)/gi)].map(([, table]) => table);
  const name = String.raw`(?:\w+\.)?"?(\w+)"?`;
  const index = String.raw`CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)(?:IF NOT EXISTS )?(?:(?!ON )"?\w+"? )?ON (?:ONLY )?${name}`;
  const constraint = String.raw`ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${name} [^;]*\bADD (?:CONSTRAINT "?\w+"? )?(?:UNIQUE|PRIMARY KEY|EXCLUDE)(?! USING INDEX)`;
  return [index, constraint]
    .flatMap((pattern) => [
      ...plain.matchAll(new RegExp(pattern.replaceAll(' ', String.raw`\s+`), 'gi')),
    ])
    .map(([, table]) => table!)
    .filter((table) => !made.includes(table));
};

describe('what a migration builds', () => {
  it.each([
    ['an index on a table that has rows', 'CREATE INDEX a ON run (b);', ['run']],
    ['also a unique one', 'CREATE UNIQUE INDEX a ON run (b);', ['run']],
    ['also one without a name', 'CREATE INDEX ON run (b);', ['run']],
    [
      'also one that may be there',
      'CREATE INDEX IF NOT EXISTS a ON ONLY public."run" (b);',
      ['run'],
    ],
    ['also that of a constraint', 'ALTER TABLE run ADD CONSTRAINT a UNIQUE (b);', ['run']],
    ['also that of a key', 'ALTER TABLE run\n  ADD c int, ADD PRIMARY KEY (b);', ['run']],
    ['not one on a table that it makes', 'CREATE TABLE x (b int); CREATE INDEX a ON x (b);', []],
    ['not one beside others', 'CREATE INDEX CONCURRENTLY a ON run (b);', []],
    ['not one in a comment', '-- CREATE INDEX a ON run (b)', []],
  ])('%s', (_, sql, tables) => {
    expect(heldUp(sql)).toEqual(tables);
  });

  it('holds up no writes of tables that were there', async () => {
    const found = (await readMigrations())
      .filter(({ name }) => name > BASELINE)
      .flatMap(({ name, sql }) => heldUp(sql).map((table) => `${name}: ${table}`));
    expect(found).toEqual([]);
  });
});

describe('a migration of indexes that are built concurrently', () => {
  it('names each with its table', () => {
    const sql =
      '-- why\nCREATE INDEX CONCURRENTLY a ON run (b);\nCREATE INDEX CONCURRENTLY c ON effect (d) WHERE e;\n';
    expect(concurrentIndexes(migration(sql))).toEqual([
      { name: 'a', table: 'run', statement: 'CREATE INDEX CONCURRENTLY a ON run (b)' },
      {
        name: 'c',
        table: 'effect',
        statement: 'CREATE INDEX CONCURRENTLY c ON effect (d) WHERE e',
      },
    ]);
  });

  it.each([
    'CREATE TABLE a (b int); CREATE INDEX a ON run (b);',
    '-- Not CREATE INDEX CONCURRENTLY, because the table is small.\nSELECT 1;',
  ])('is none without: %s', (sql) => {
    expect(concurrentIndexes(migration(sql))).toBeNull();
  });

  it.each([
    'CREATE INDEX CONCURRENTLY a ON run (b); UPDATE run SET b = 1;',
    'CREATE UNIQUE INDEX CONCURRENTLY a ON run (b);',
    'CREATE INDEX CONCURRENTLY ON run (b);',
    'CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON run (b);',
    `CREATE INDEX CONCURRENTLY ${'a'.repeat(51)} ON run (b);`,
  ])('refuses %s', (sql) => {
    expect(() => concurrentIndexes(migration(sql))).toThrow(/9999_further: .* nothing else/);
  });

  it('has nothing else, in all that there are', async () => {
    const all = await readMigrations();
    expect(() => all.map(concurrentIndexes)).not.toThrow();
  });
});
