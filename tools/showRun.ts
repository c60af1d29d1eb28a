/**
 * `npm run show-run -- ID`: prints a run's state as JSON. The database has it packed, so that SQL
 * alone cannot read it.
 */
import { operatedStore } from './operate/operatedStore.ts';

const [id] = process.argv.slice(2);
if (!id) throw new Error('Name the run: `npm run show-run -- ID`.');
const store = await operatedStore('show-run');
try {
  const found = await store.system().run(id);
  if (!found) throw new Error(`There is no run ${id}.`);
  process.stdout.write(`${JSON.stringify(found.run, null, 2)}\n`);
} finally {
  await store.close();
}
