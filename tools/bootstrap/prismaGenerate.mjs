/**
 * Runs `prisma generate` without a network. Also a program, for what may not import this:
 * `node tools/bootstrap/prismaGenerate.mjs <folder with prisma/schema.prisma>`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inRoot, pinnedNode } from './places.mjs';

/** @param {string} folder */
export function prismaGenerate(folder) {
  const cli = inRoot('node_modules', 'prisma', 'build', 'index.js');
  const { status, stdout, stderr } = spawnSync(
    pinnedNode,
    [cli, 'generate', '--schema', 'prisma/schema.prisma'],
    {
      cwd: folder,
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: '1',
        // Prisma downloads an engine, which `generate` does not use, unless a program is named.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
      encoding: 'utf8',
    },
  );
  if (status !== 0)
    throw new Error(`Generating the database client failed:\n${stdout ?? ''}${stderr ?? ''}`);
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url) && folder) prismaGenerate(folder);
