/** Generates the Prisma client, which is not in the repository, whenever the schema changed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, pinnedNode, root } from './places.mjs';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

const schema = inRoot('libs', 'store', 'prisma', 'schema.prisma');
const generated = inRoot('libs', 'store', 'src', 'generated');
// Beside what it is about: an installation of its own must not make the client look old.
const stampFile = inRoot('libs', 'store', 'src', 'generated', '.stamp');

/** @param {(line: string) => void} say */
export function generateClient(say) {
  if (!existsSync(schema)) return;
  const hash = contentHash(root, [
    schema,
    inRoot('libs', 'store', 'prisma.config.ts'),
    inRoot('node_modules', 'prisma', 'package.json'),
  ]);
  if (existsSync(generated) && isStamped(stampFile, hash)) return;
  say('Generating the database client …');
  unstamp(stampFile);
  // Prisma would download an engine that generating does not need; naming any program in its place
  // keeps it from trying.
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? process.execPath : '/bin/true',
  };
  const cli = inRoot('node_modules', 'prisma', 'build', 'index.js');
  const result = spawnSync(pinnedNode, [cli, 'generate', '--schema', schema], {
    cwd: inRoot('libs', 'store'),
    env,
    encoding: 'utf8',
  });
  if (result.status !== 0)
    throw new Error(
      `Generating the database client failed:\n${result.stdout ?? ''}${result.stderr ?? ''}`,
    );
  stamp(stampFile, hash);
}
