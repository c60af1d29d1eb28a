/** Which texts are one chunk: those that are loaded together, each language apart. */

const MESSAGES = /\/console\/src\/messages\/(?<area>\w+)\.(?<locale>en|es)\.json$/;

const CHUNKS: Readonly<Record<string, readonly string[]>> = {
  base: ['names', 'organizations', 'people', 'portfolio', 'run', 'shell', 'status', 'work'],
  administration: [
    ...['administration', 'checks', 'notifications', 'organizationForm', 'rules', 'webhooks'],
    ...['evidence', 'history', 'settings'],
  ],
  lists: ['matrix', 'views'],
  run: ['completed', 'coolingOff', 'handOffs', 'kms', 'mentions', 'runPage', 'setup'],
  decision: ['approval', 'decision', 'submit'],
  health: ['alerts', 'health'],
  help: ['help', 'inbox'],
};
const CHUNK_OF = new Map(
  Object.entries(CHUNKS).flatMap(([chunk, areas]) => areas.map((area) => [area, chunk] as const)),
);

/** The chunk of a file with texts, such as `texts-run.es`; null for all other files. */
export function textChunkOf(id: string): string | null {
  const { area, locale } = MESSAGES.exec(id)?.groups ?? {};
  if (!area || !locale) return null;
  return `texts-${CHUNK_OF.get(area) ?? area}.${locale}`;
}

/** A group of the bundler's `codeSplitting`. */
export const textChunks = {
  ...{ name: textChunkOf, debugName: 'texts' },
  ...{ test: MESSAGES, priority: 20 },
};
