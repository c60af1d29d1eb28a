/**
 * DBOS as a peer: a run is a workflow of steps, each of which makes HTTPS calls to the sandbox. By
 * DBOS's defaults and documentation: each call in a step, each run a registered workflow.
 */
import { DBOS } from '@dbos-inc/dbos-sdk';
import { adobeToken, postConfiguration, trivialCalls, type Customer } from './sandboxCalls.ts';
import { serveRequests, timesAtOnce } from './serveRequests.ts';

const run = DBOS.registerWorkflow(
  async (callsOfSteps: number[]) => {
    for (const [index, calls] of callsOfSteps.entries())
      await DBOS.runStep(() => trivialCalls(calls), { name: `step ${index + 1}` });
  },
  { name: 'run' },
);

const submission = DBOS.registerWorkflow(
  async (customer: Customer) => {
    const token = await DBOS.runStep(adobeToken, { name: 'token' });
    await DBOS.runStep(() => postConfiguration(token, customer), { name: 'submission' });
  },
  { name: 'submission' },
);

DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl: process.env['DBOS_DATABASE_URL'] ?? '',
  logLevel: 'error',
});
await DBOS.launch();
/** How a run is begun: here and now, or by the queue, as where another process asks for it. */
const begun = process.env['DBOS_QUEUE'] ? { queueName: process.env['DBOS_QUEUE'] } : {};
if (begun.queueName) await DBOS.registerQueue(begun.queueName);
serveRequests({
  '/runs': ({ count, atATime, callsOfSteps }) =>
    timesAtOnce(count, atATime, async () =>
      (await DBOS.startWorkflow(run, begun)(callsOfSteps)).getResult(),
    ),
  '/submissions': async ({ customers }) => {
    for (const customer of customers)
      await DBOS.startWorkflow(submission, { workflowID: customer.imsOrgId })(customer);
  },
  '/submitted': ({ customers }) =>
    Promise.all(customers.map(({ imsOrgId }) => DBOS.retrieveWorkflow(imsOrgId).getResult())),
});
process.once('SIGTERM', () => process.exit(0));
