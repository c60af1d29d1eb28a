/**
 * `npm run build`: makes what production needs. The bootstrap has generated the database client and
 * built the console before this runs.
 */
process.stdout.write(
  'Built: the console (apps/console/dist) and the database client (libs/store/src/generated).\n',
);
