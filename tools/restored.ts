/**
 * `npm run restored`: says that the database was restored from a backup, where nothing may show it,
 * and lists what to review. With `--revoke-tokens` every API token ends.
 */
import { operatedStore } from './operate/operatedStore.ts';

const isRevoking = process.argv.includes('--revoke-tokens');
const store = await operatedStore('restored', { isRestored: true });
const line = (text: string): void => void process.stdout.write(`${text}\n`);
try {
  const found = await store.eras.review();
  line('The database counts as restored. Everybody has to sign in again.');
  line(`What was written after ${found.lostSince ?? 'the backup'} may be missing. Review:`);
  line(`- ${found.tokens} API tokens are valid, also those that were revoked since the backup.`);
  line(`- ${found.members} people have access, also those who were removed since.`);
  line(`- ${found.handOffs} hand-off links are open, also those that were revoked since.`);
  line('- Approvals that were given since are gone; those that were withdrawn since count again.');
  if (isRevoking) line(`Revoked ${await store.eras.revokeTokens()} API tokens.`);
  else if (found.tokens > 0) line('`npm run restored -- --revoke-tokens` ends all tokens at once.');
} finally {
  await store.close();
}
