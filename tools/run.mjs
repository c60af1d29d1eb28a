/**
 * `npm run api`, `worker`, `sandbox`, `build`, `bench`, `crash`, `az`, `rebuild`, `show-run` and
 * `generate`: one program each. See tools/run.ts.
 */
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { printHelp } from './bootstrap/printHelp.mjs';
import { runHelp } from './run/runHelp.mjs';

const args = process.argv.slice(2);
const [program = ''] = args;
const isService = ['api', 'worker', 'sandbox'].includes(program);
if (!printHelp(args, runHelp))
  await bootstrap('tools/run.ts', args, {
    console: ['api', 'build'].includes(program),
    ...(isService ? { prebuilt: /** @type {const} */ ('production') } : {}),
  });
