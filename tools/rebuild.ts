/**
 * `npm run rebuild`: writes again what lists read of every run. Needed only after rows were changed
 * manually. Other processes may work meanwhile.
 */
import { operatedStore } from './operate/operatedStore.ts';

const store = await operatedStore('rebuild');
try {
  let total = 0;
  for await (const rebuilt of store.system().rebuildAllReadModels()) {
    total = rebuilt;
    process.stdout.write(`${rebuilt} runs\n`);
  }
  process.stdout.write(`Rebuilt the lists of ${total} runs.\n`);
} finally {
  await store.close();
}
