/** For the tests: leads every connection to one address while the real host names stay. */
import { Agent } from 'node:https';

/** `ca` is PEM text, the only one trusted. */
export function redirectingAgent(host: string, port: number, ca: string): Agent {
  const agent = new Agent({ ca, keepAlive: true });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) =>
    connect({ ...options, host, port, servername: options.servername || (options as { host?: string }).host }, callback);
  return agent;
}
