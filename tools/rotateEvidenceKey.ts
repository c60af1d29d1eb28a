/**
 * `npm run rotate-evidence-key`: retires the key that signs checkpoints and evidence. The next
 * process that needs one makes another; the former public part is served for good.
 */
import { operatedStore } from './operate/operatedStore.ts';

const store = await operatedStore('rotate-evidence-key');
try {
  const kid = await store.system().evidenceKeys.retire();
  process.stdout.write(
    kid === null
      ? 'There is no key yet; the first one is made when it is needed.\n'
      : `Retired ${kid}. Another key signs within ten minutes.\n`,
  );
} finally {
  await store.close();
}
