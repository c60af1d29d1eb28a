/**
 * `nx g ./tools/nx:connector-call readVaultTags --cloud azure`: the call, its method in the port
 * and in the connector; docs/changing.md, "A call of a cloud".
 */
import { formatFiles, names, type Tree } from '@nx/devkit';
import { insertBefore, refuseExisting } from '../editFile.ts';

interface ConnectorCallOptions {
  name: string;
  cloud: 'azure' | 'adobe';
}

const PORTS = 'libs/core/src/ports.ts';

export default async function generateConnectorCall(
  tree: Tree,
  { name, cloud }: ConnectorCallOptions,
): Promise<void> {
  const source = `libs/connectors/${cloud}/src`;
  const file = `${source}/calls/${name}.ts`;
  refuseExisting(tree, file);
  const { className } = names(cloud);
  const connector = `${source}/create${className}Connector.ts`;
  const [call, entry] =
    cloud === 'azure' ? [azureCall(name), azureEntry(name)] : [adobeCall(name), adobeEntry(name)];
  tree.write(file, call);
  insertBefore(tree, connector, /import \{ tryCredential \}/, importOf(name));
  insertBefore(tree, connector, /^ {2}\};\n\}/m, entry);
  insertBefore(
    tree,
    PORTS,
    new RegExp(`(?<=export interface ${className}Port \\{\\n)`),
    `  /** TODO: what it returns; notFound where the cloud says so. */
  ${name}(connection: ${className}Connection, options?: CallOptions): Promise<{ name: string }>;\n`,
  );
  await formatFiles(tree);
}

const importOf = (name: string): string => `import { ${name} } from './calls/${name}.ts';\n`;

const azureEntry = (name: string): string =>
  `    ${name}: (connection, limits) => call(connection, limits, (session) => ${name}(session)),\n`;

const adobeEntry = (name: string): string =>
  `    ${name}: (connection, options) => ${name}(platform, connection, options?.signal ?? null),\n`;

const azureCall = (name: string): string => `/** TODO: what is read, and from which document. */
import { parseResponse } from '@keyway/connector-transport';
import { z } from 'zod';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { sdkCall } from '../sdkCall.ts';

/** TODO: the path of the documentation; what is built from parts belongs into \`armPaths.ts\`. */
const PATH = '/subscriptions?api-version=2022-12-01';
/** TODO: the permission that the call needs. */
const PERMISSION = 'Microsoft.KeyVault/vaults/read';
/** What the documentation says of the response; another form is a \`badResponse\`. */
const responseSchema = z.looseObject({ name: z.string() });

export async function ${name}(session: AzureSession): Promise<{ name: string }> {
  const response = await sdkCall(ARM_HOST, PERMISSION, () => session.arm().get(PATH));
  const { name } = parseResponse(responseSchema, response, 'The response of ${name}');
  return { name };
}
`;

const adobeCall = (name: string): string => `/** TODO: what is read, and from which document. */
import { ConnectorError } from '@keyway/core';
import type { AdobeConnection } from '@keyway/core';
import { z } from 'zod';
import { readPlatform } from '../callPlatform.ts';
import type { Platform } from '../callPlatform.ts';
import { documentOf } from '../wire/responseFailure.ts';

/** TODO: the path of the documentation. */
const PATH = '/data/infrastructure/manager/byok/example';
/** What the documentation says of the response; another form is a \`badResponse\`. */
const responseSchema = z.looseObject({ name: z.string() });

export async function ${name}(
  platform: Platform,
  connection: AdobeConnection,
  signal: AbortSignal | null,
): Promise<{ name: string }> {
  const response = await readPlatform(platform, connection, { path: PATH, signal });
  const parsed = responseSchema.safeParse(documentOf(response));
  if (!parsed.success)
    throw new ConnectorError({
      kind: 'badResponse',
      message: 'The response of ${name} has another form than expected',
    });
  return { name: parsed.data.name };
}
`;
