// Our schema by Mercurius with its compiler (graphql-jit), the same answer lying ready in memory.
// Says where it listens on its first line.
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import mercurius from 'mercurius';

const { data } = JSON.parse(readFileSync(`${process.env['ANSWER']}`, 'utf8'));
const server = fastify();
await server.register(mercurius, {
  schema: readFileSync(`${process.env['SCHEMA']}`, 'utf8'),
  resolvers: { Query: { runs: () => data.runs } },
  jit: 1,
});
console.log(`${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
process.on('SIGTERM', () => process.exit(0));
