/** `npm start`: brings everything up. See tools/start.ts. */
import { bootstrap } from './bootstrap/bootstrap.mjs';

const args = process.argv.slice(2);
await bootstrap('tools/start.ts', args, { console: !args.includes('--help') });
