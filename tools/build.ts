/**
 * `npm run build`: makes what production needs. The bootstrap has generated the database client and
 * built the console before this runs.
 */
import { prepareCli } from './bootstrap/cliBundle.mjs';
import { buildClient } from './bundle/buildClient.mjs';
import { buildBundles } from './bundle/buildBundles.ts';
import { buildStamped } from './bundle/bundles.ts';

await buildStamped(buildBundles);
buildClient();
await prepareCli((line) => void process.stderr.write(`${line}\n`));
process.stdout.write(
  'Built: the console (apps/console/dist), the database client (libs/store/src/generated), api and worker (dist), keyway (apps/cli/dist), its client (libs/client/dist).\n',
);
