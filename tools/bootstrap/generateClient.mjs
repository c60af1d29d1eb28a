/** Generates the Prisma client, which is not in the repository, whenever the schema changed. */
import { existsSync } from 'node:fs';
import { inRoot, root } from './places.mjs';
import { prismaGenerate } from './prismaGenerate.mjs';
import { contentHash, isStamped, stamp, unstamp } from './stamp.mjs';

const schema = inRoot('libs', 'store', 'prisma', 'schema.prisma');
const generated = inRoot('libs', 'store', 'src', 'generated');
// In the folder that it describes: an installation must not make the client seem out of date.
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
  prismaGenerate(inRoot('libs', 'store'));
  stamp(stampFile, hash);
}
