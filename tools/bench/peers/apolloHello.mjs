// The least that Apollo Server can be: one field, its own defaults. Started by benchmarks as a
// peer; says where it listens on its first line.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const server = new ApolloServer({
  typeDefs: 'type Query { hello: String! }',
  resolvers: { Query: { hello: () => 'world' } },
});
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT ?? 0), host: '127.0.0.1' },
});
console.log(url);
process.on('SIGTERM', () => process.exit(0));
