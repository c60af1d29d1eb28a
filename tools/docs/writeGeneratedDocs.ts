/** Writes `docs/generated` anew; `npm run generate` runs it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedDocs } from './generatedDocs.ts';

for (const [path, text] of await generatedDocs()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
