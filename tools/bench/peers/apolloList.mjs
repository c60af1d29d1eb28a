// Our schema by Apollo Server with its own defaults, the same answer lying ready in memory. Says
// where it listens on its first line.
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { data } = JSON.parse(readFileSync(`${process.env['ANSWER']}`, 'utf8'));
const server = new ApolloServer({
  typeDefs: readFileSync(`${process.env['SCHEMA']}`, 'utf8'),
  resolvers: { Query: { runs: () => data.runs } },
  stopOnTerminationSignals: false,
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
console.log(url);
process.on('SIGTERM', () => process.exit(0));
