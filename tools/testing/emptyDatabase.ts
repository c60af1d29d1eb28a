/** An empty database on the tests' server, with an owner and a login for operation. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@keyway/testing';
import pg from 'pg';

export interface EmptyDatabase {
  /** Of the owner. */
  owner: string;
  /** Of the login for operation. */
  runtime: string;
  /** As the owner. */
  query<R extends pg.QueryResultRow>(text: string): Promise<R[]>;
  /** How many migrations are recorded. */
  applied(): Promise<number>;
  drop(): Promise<void>;
}

/** @param server a database of the server that it is made on */
export async function anEmptyDatabase(
  server: Pick<TestDatabase, 'url' | 'query'>,
): Promise<EmptyDatabase> {
  const name = `keyway_image_${randomUUID().slice(0, 8)}`;
  const login = { owner: `${name}_owner`, runtime: `${name}_runtime` };
  await server.query(`create role ${login.owner} login createrole password 'plain'`);
  await server.query(`create role ${login.runtime} login noinherit password 'plain'`);
  await server.query(`create database ${name} owner ${login.owner} template template0`);
  const urlOf = (username: string): string => {
    const url = new URL(server.url);
    return Object.assign(url, { username, password: 'plain', pathname: `/${name}` }).href;
  };
  const asOwner = async <R extends pg.QueryResultRow>(text: string): Promise<R[]> => {
    const client = new pg.Client({ connectionString: urlOf(login.owner) });
    await client.connect();
    try {
      return (await client.query<R>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const [row] = await asOwner<{ oid: number }>(
    'select oid::int from pg_database where datname = current_database()',
  );
  return {
    owner: urlOf(login.owner),
    runtime: urlOf(login.runtime),
    query: asOwner,
    applied: async () =>
      (await asOwner<{ count: number }>('select count(*)::int from _prisma_migrations'))[0]!.count,
    async drop() {
      await server.query(`drop database ${name} with (force)`);
      const made = ['app', 'limited', 'system'].map((kind) => `keyway_${kind}_${row!.oid}`);
      for (const role of [...made, login.runtime, login.owner])
        await server.query(`drop role if exists ${role}`);
    },
  };
}
