/** `npm run bench`: every benchmark, one after the other; each prints its table and writes docs/benchmarks/<name>.json. */
const [only] = process.argv.slice(2);
const benches: Record<string, () => Promise<unknown>> = {
  transition: () => import('./transition.ts'),
  queue: () => import('./queue.ts'),
};
if (only !== undefined && !benches[only]) {
  process.stderr.write(`There is no benchmark ${only}; there are ${Object.keys(benches).join(', ')}.\n`);
  process.exit(1);
}
for (const [name, run] of Object.entries(benches)) {
  if (only !== undefined && name !== only) continue;
  process.stdout.write(`\n${name}\n`);
  await run();
}
