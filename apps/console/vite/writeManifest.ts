/** Writes the manifest of the console's documents, which the api reads when it starts. */
import { writeFile } from 'node:fs/promises';
import { readDocuments } from './inlineDocuments.ts';
import { toManifest } from './persistedDocuments.ts';

const MANIFEST = new URL('../src/generated/persistedDocuments.json', import.meta.url);

const manifest = toManifest(await readDocuments());
await writeFile(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
