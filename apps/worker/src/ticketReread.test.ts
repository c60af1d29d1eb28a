/**
 * A vault that is closed between CJA's approval and the record of its ticket: the worker reads
 * again, and the run shows it (docs/reference/run.md, rule 6; ST-08).
 */
import { request } from 'node:https';
import { SandboxAgent } from '@keyway/connector-transport';
import { expect, it } from 'vitest';
import {
  approved,
  begin,
  applyRunEvent,
  sandbox,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

async function call(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  const agent = new SandboxAgent(
    { host: sandbox.host, port: sandbox.port, ca: sandbox.ca },
    { keepAlive: false },
  );
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject).end(body);
  });
}

/** As the customer's own administrator does it, in Azure. */
async function closeVault(tenantId: string, vaultId: string): Promise<void> {
  const scope = 'https://management.azure.com/.default';
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: tenantId,
    client_secret: 'sandbox-x',
    scope,
  });
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await call(
    'POST',
    `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
    type,
    form.toString(),
  );
  const token = (JSON.parse(answer.text) as { access_token: string }).access_token;
  const networkAcls = { defaultAction: 'Deny', bypass: 'None', ipRules: [] };
  const changed = await call(
    'PATCH',
    `https://management.azure.com${vaultId}?api-version=2023-07-01`,
    { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    JSON.stringify({ properties: { networkAcls } }),
  );
  expect(changed.status).toBe(200);
}

it('what is closed just before the ticket is recorded is reported once, and the track stays as it was', async () => {
  const { customer, runId } = await begin('happyPath');
  await withWorkers(1, () => approved(customer, runId, 'CJA'));
  // No worker runs, so that the record comes before any reading of the change.
  const facts = (await until('vault seen', runId, () => true)).tracks.CJA.steps.VAULT!.facts;
  if (facts?.step !== 'VAULT' || facts.vault.outcome !== 'seen')
    throw new Error('The vault was not seen.');
  await closeVault(customer.tenantId, facts.vault.value.resourceId);
  await applyRunEvent(runId, 'ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null });
  const run = await withWorkers(2, () =>
    until('read again', runId, ({ tracks }) => tracks.CJA.ticketReread === 'done'),
  );
  expect(run.anomalies).toMatchObject([
    {
      track: 'CJA',
      step: 'TICKET',
      code: 'blockedAfterTicket',
      checks: [{ check: 'networkAdmitsAdobe' }],
    },
  ]);
  expect(statusOf(run, 'CJA', 'NETWORK')).toBe('DONE');
  expect(statusOf(run, 'CJA', 'TICKET')).toBe('DONE');
});
