/** What Temporal replays; its worker bundles it, so that only its own package is imported. */
import { proxyActivities } from '@temporalio/workflow';

/** Temporal's default retries; an activity whose worker died is repeated after this time. */
const { trivialCalls, adobeToken, postConfiguration } = proxyActivities({
  startToCloseTimeout: '5 seconds',
});

export async function run(callsOfSteps) {
  for (const calls of callsOfSteps) await trivialCalls(calls);
}

export async function submission(customer) {
  const token = await adobeToken();
  await postConfiguration(token, customer);
}
