/** `npm test`: lint, types and every test. See tools/test.ts. */
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { printHelp } from './bootstrap/printHelp.mjs';
import { testHelp } from './test/testHelp.mjs';

const args = process.argv.slice(2);
if (!printHelp(args, testHelp)) await bootstrap('tools/test.ts', args, { console: false });
