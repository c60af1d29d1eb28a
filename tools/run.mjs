/**
 * `npm run api`, `worker`, `migrate`, `image`, `build`, `bench`, `rebuild` and others: one program
 * each. See tools/run.ts.
 */
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { printHelp } from './bootstrap/printHelp.mjs';
import { runHelp } from './run/runHelp.mjs';

const args = process.argv.slice(2);
const [program = ''] = args;
const isPrebuilt = ['api', 'worker', 'sandbox', 'migrate'].includes(program);
if (!printHelp(args, runHelp))
  await bootstrap('tools/run.ts', args, {
    console: ['api', 'build', 'image'].includes(program),
    ...(isPrebuilt ? { prebuilt: /** @type {const} */ ('production') } : {}),
  });
