/** `npm start`: brings everything up. See tools/start.ts. */
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { printHelp } from './bootstrap/printHelp.mjs';
import { startHelp } from './start/startHelp.mjs';

const args = process.argv.slice(2);
if (!printHelp(args, startHelp))
  await bootstrap('tools/start.ts', args, { console: true, bundles: true, prebuilt: 'read-only' });
