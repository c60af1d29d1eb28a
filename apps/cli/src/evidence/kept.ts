/** Checkpoints that somebody kept. */
import { checkpointsOfText } from '@keyway/evidence';
import { usageError } from '../cli/cliError.ts';
import { readText } from '../cli/readText.ts';

/** The compact JWS of each line of a file. @throws CliError for a file without any */
export async function keptCheckpoints(file: string): Promise<string[]> {
  const text = await readText(file);
  const kept = checkpointsOfText(text);
  if (kept.length > 0) return kept;
  throw usageError(`${file} holds no checkpoints.`);
}
