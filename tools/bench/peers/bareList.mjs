// The least that a list can cost: node:http, which reads the request and writes the same answer as
// JSON. Says where it listens on its first line.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const answer = JSON.parse(readFileSync(`${process.env['ANSWER']}`, 'utf8'));
const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    JSON.parse(Buffer.concat(parts).toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer));
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${process.env['PORT']}/`),
);
process.on('SIGTERM', () => process.exit(0));
