import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, type CodegenConfig } from '@graphql-codegen/cli';

const api = fileURLToPath(new URL('../../../apps/api/', import.meta.url));

/** The files with the api's resolver types, as `npm run generate` would then write them. */
export async function withResolverTypes(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { default: config } = (await import(join(api, 'codegen.ts'))) as {
    default: CodegenConfig;
  };
  const modules = globSync('src/*/*.graphql', { cwd: api })
    .filter((path) => !path.includes('contract'))
    .map((path) => readFileSync(join(api, path), 'utf8'));
  const added = [...files].filter(([path]) => path.endsWith('.graphql')).map(([, text]) => text);
  const outputs: { content: string }[] = await generate(
    { ...config, schema: [...modules, ...added].join('\n'), cwd: api, silent: true },
    false,
  );
  const types = outputs.map(({ content }): [string, string] => [
    'apps/api/src/generated/resolverTypes.ts',
    content,
  ]);
  return new Map([...files, ...types]);
}
