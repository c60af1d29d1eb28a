/** Calls reach the emulator that serves their host, and no other address. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAwsConnector } from '@keyway/connector-aws';
import { aSandbox } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EmulatorAgent } from './emulatorAgent.ts';

let server: Server;
let port: number;
const seen: string[] = [];
beforeAll(async () => {
  server = createServer(({ method, headers, url }, response) => {
    seen.push(`${method} ${headers.host}${url}`);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

const plain = (hosts?: string[]) => ({ hosts, host: '127.0.0.1', port, ca: null });

async function statusOf(agent: EmulatorAgent, url: string): Promise<number | undefined> {
  const sent = request(url, { agent });
  sent.end();
  const [response] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

it('sends the request under the cloud’s name, without TLS where the emulator has none', async () => {
  const agent = new EmulatorAgent([plain()]);
  for (const path of ['/one', '/two'])
    expect(await statusOf(agent, `https://kms.us-east-1.amazonaws.com${path}`)).toBe(200);
  const host = 'GET kms.us-east-1.amazonaws.com';
  expect(seen.splice(0)).toEqual([`${host}/one`, `${host}/two`]);
  agent.destroy();
});

it('is waited for by a connector as a connection with TLS is', async () => {
  const agent = new EmulatorAgent([plain()]);
  const identity = () => Promise.resolve({ accessKeyId: 'AKIA', secretAccessKey: 'x' });
  const aws = createAwsConnector({ agent, identity });
  const role = 'arn:aws:iam::123456789012:role/keyway';
  const of = {
    roleArn: role,
    externalId: 'keyway-0123456789abcdef',
    region: 'us-east-1',
    organizationId: 'o',
  };
  await expect(aws.tryRole(of)).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
  expect(seen.splice(0)).toEqual(['POST sts.us-east-1.amazonaws.com/']);
  agent.destroy();
});

it('leaves the hosts of one emulator to it, and refuses those of none', async () => {
  const sandbox = await aSandbox();
  const { host, port: its, ca } = sandbox;
  const kms = 'kms.us-east-1.amazonaws.com';
  const agent = new EmulatorAgent([
    plain([kms, '*.vault.azure.net']),
    { hosts: ['graph.microsoft.com'], host, port: its, ca },
  ]);
  expect(await statusOf(agent, `https://${kms}/`)).toBe(200);
  expect(await statusOf(agent, 'https://contoso.vault.azure.net/keys')).toBe(200);
  expect(await statusOf(agent, 'https://graph.microsoft.com/v1.0/me')).toBe(401);
  expect(seen.splice(0)).toEqual([`GET ${kms}/`, 'GET contoso.vault.azure.net/keys']);
  for (const other of ['vault.azure.net', 'sts.amazonaws.com', 'evil-vault.azure.net'])
    await expect(statusOf(agent, `https://${other}/`)).rejects.toThrow('No emulator of the target');
  expect(seen).toEqual([]);
  agent.destroy();
  await sandbox.close();
});
