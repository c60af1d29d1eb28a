/** `npm test`: lint, types and every test. See tools/test.ts. */
import { bootstrap } from './bootstrap/bootstrap.mjs';

await bootstrap('tools/test.ts', process.argv.slice(2), { console: false });
