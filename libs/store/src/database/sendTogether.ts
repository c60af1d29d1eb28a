/**
 * Statements that are begun without waiting leave the process in one write: a write, and waking the
 * server for it, costs more than the statement's bytes.
 */
import type { Writable } from 'node:stream';
import type pg from 'pg';

const streamOf = (client: pg.ClientBase): Writable =>
  // Cast: pg does not declare what it keeps of a connection.
  (client as unknown as { connection: { stream: Writable } }).connection.stream;

const gathering = new WeakSet<Writable>();

/** Call before each statement. */
export function sendTogether(client: pg.ClientBase): void {
  const stream = streamOf(client);
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}
