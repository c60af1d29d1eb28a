// The least that a live page can be: LISTEN on PostgreSQL, every payload written to every open
// event stream. A peer for benchmarks; says where it listens on its first line.
import { createServer } from 'node:http';
import pg from 'pg';

/** @type {Set<import('node:http').ServerResponse>} */
const pages = new Set();
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('LISTEN bench_live');
client.on('notification', ({ payload }) => {
  for (const page of pages) page.write(`data: ${payload}\n\n`);
});
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  pages.add(response);
  request.on('close', () => pages.delete(response));
});
server.listen(0, '127.0.0.1', () =>
  console.log(
    `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
  ),
);
process.on('SIGTERM', () => process.exit(0));
