/**
 * Temporal as a peer: a run is a workflow of activities, each of which makes HTTPS calls to the
 * sandbox. By its defaults: a worker and a client in one process, beside its development server.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { adobeToken, postConfiguration, trivialCalls } from '../sandboxCalls.ts';
import { serveRequests, timesAtOnce } from '../serveRequests.ts';

const address = process.env['TEMPORAL_ADDRESS'];
const taskQueue = 'bench';

Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowsPath: fileURLToPath(new URL('workflows.mjs', import.meta.url)),
  activities: { adobeToken, postConfiguration, trivialCalls },
});
const { workflow } = new Client({ connection: await Connection.connect({ address }) });
const ended = worker.run();

serveRequests({
  '/runs': ({ count, atATime, callsOfSteps }) =>
    timesAtOnce(count, atATime, () =>
      workflow.execute('run', { taskQueue, workflowId: randomUUID(), args: [callsOfSteps] }),
    ),
  '/submissions': async ({ customers }) => {
    for (const customer of customers)
      await workflow.start('submission', {
        taskQueue,
        workflowId: customer.imsOrgId,
        args: [customer],
      });
  },
  '/submitted': ({ customers }) =>
    Promise.all(customers.map(({ imsOrgId }) => workflow.getHandle(imsOrgId).result())),
});
process.once('SIGTERM', () => {
  worker.shutdown();
  void ended.finally(() => process.exit(0));
});
