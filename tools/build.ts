/**
 * `npm run build`: what production finds ready. The bootstrap has generated the database client and
 * built the console by now.
 */
process.stdout.write(
  'Built: the console (apps/console/dist) and the database client (libs/store/src/generated).\n',
);
