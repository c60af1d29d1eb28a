/**
 * `node tools/run.mjs az`: runs the instructions' `az` lines with the real Azure CLI against the
 * sandbox, twice. Exit code 1: a line or a step failed; 2: no CLI.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { people } from '../product/people.ts';
import { startProduct } from '../product/startProduct.ts';
import { azureCli, findAzureCli, HOW_TO_INSTALL, installAzureCli } from './azureCli.ts';
import { runStory } from './runStory.ts';
import { stories } from './stories.ts';

const { values } = parseArgs({
  options: {
    install: { type: 'boolean', default: false },
    az: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
if (values.install && findAzureCli(values.az) === null) installAzureCli();
const az = findAzureCli(values.az);
if (az === null) {
  process.stderr.write(HOW_TO_INSTALL);
  process.exit(2);
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const product = await startProduct({ KEYWAY_POLL_SCALE: '0.01' });
let failed = 0;
try {
  const cli = azureCli(az, product.sandboxAddress, join(product.dataDir, 'sandbox', 'ca.pem'));
  const everybody = await people(product.url, product.token, 'az');
  for (const story of stories.filter(({ name }) => name.includes(values.only))) {
    const { lines, failure } = await runStory(story, product, everybody, cli);
    say(`${failure === null ? 'ok   ' : 'FALLS'} ${story.name}`);
    for (const { step, status, line } of lines) say(`      ${step} ${status} ${line}`);
    if (failure !== null) say(failure);
    failed += failure === null ? 0 : 1;
  }
  cli.close();
} finally {
  await product.stop();
}
say(failed === 0 ? 'Every line ran, and every step is done' : `${failed} stories fell`);
process.exit(failed === 0 ? 0 : 1);
