/** `npm run restored`: says that the database comes from a backup, and counts what to review. */
import { operatedStore } from './operate/operatedStore.ts';

/** These two say nothing of a restore, so that they can be repeated. */
const isRevoking = process.argv.includes('--revoke-tokens');
const isListing = process.argv.includes('--list');
const store = await operatedStore('restored', { isRestored: !isListing && !isRevoking });
const line = (text: string): void => void process.stdout.write(`${text}\n`);

async function review(): Promise<void> {
  const found = await store.eras.review();
  line('The database counts as restored. Everybody has to sign in again.');
  line(`What was written after ${found.lostSince ?? 'the backup'} may be missing. Review:`);
  line(`- ${found.tokens} API tokens are valid, also those that were revoked since the backup.`);
  line(`- ${found.members} people have access, also those who were removed since.`);
  line(`- ${found.handOffs} hand-off links are open, also those that were revoked since.`);
  line(`- ${found.invitations} invitations are open, also those that were revoked since.`);
  line('- Approvals that were given since are gone; those that were withdrawn since count again.');
  line('- Set-ups that were confirmed before wait until somebody confirms them again.');
  line('- Configurations that were requested before and not sent need another approval.');
  line('- Bulk jobs that were under way are stopped.');
  line('`npm run restored -- --list` lists all of it, one JSON object a line.');
  if (found.tokens > 0) line('`npm run restored -- --revoke-tokens` ends all tokens at once.');
}

try {
  if (isListing) for (const right of await store.eras.rights()) line(JSON.stringify(right));
  if (isRevoking) line(`Revoked ${await store.eras.revokeTokens()} API tokens.`);
  if (!isListing && !isRevoking) await review();
} finally {
  await store.close();
}
