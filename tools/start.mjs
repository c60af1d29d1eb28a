/** `npm start`: brings everything up. See tools/start.ts. */
import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { pinnedNode } from './bootstrap/places.mjs';
import { printHelp } from './bootstrap/printHelp.mjs';
import { startHelp } from './start/startHelp.mjs';
import { takenBeforeInstalling } from './start/takenPort.mjs';

const args = process.argv.slice(2);
if (!printHelp(args, startHelp)) {
  // Minutes of installing and building would end with this.
  const problem = existsSync(pinnedNode)
    ? undefined
    : await takenBeforeInstalling(args, process.env);
  if (problem === undefined)
    await bootstrap('tools/start.ts', args, {
      console: true,
      bundles: true,
      prebuilt: 'read-only',
    });
  else {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}
