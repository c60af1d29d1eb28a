/** Writes the printed contract: `node --conditions=@keyway/source src/schema/printContract.ts`. */
import { writeFileSync } from 'node:fs';
import { PRINTED_CONTRACT, printContract } from './typeDefinitions.ts';

writeFileSync(PRINTED_CONTRACT, printContract());
