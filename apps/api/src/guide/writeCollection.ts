/** Writes the collection (`npm run generate`). */
import { writeFileSync } from 'node:fs';
import { collection } from './collection.ts';
import { GUIDE } from './guideBlocks.ts';

writeFileSync(`${GUIDE}/keyway.postman_collection.json`, collection());
