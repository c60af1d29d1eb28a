/**
 * `npm run build`: makes what production needs. The bootstrap has generated the database client and
 * built the console before this runs.
 */
import { buildBundles } from './bundle/buildBundles.ts';
import { buildStamped } from './bundle/bundles.ts';

await buildStamped(buildBundles);
process.stdout.write(
  'Built: the console (apps/console/dist), the database client (libs/store/src/generated), api and worker (dist).\n',
);
