/** `npm run api`, `worker`, `sandbox`, `bench`, `crash` and `generate`: one program each. See tools/run.ts. */
import { bootstrap } from './bootstrap/bootstrap.mjs';

const args = process.argv.slice(2);
await bootstrap('tools/run.ts', args, { console: args[0] === 'api' });
