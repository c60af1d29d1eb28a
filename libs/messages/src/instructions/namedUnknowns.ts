/**
 * What is not known yet, as variables at the top of a script: filled in at one place, under a name
 * that says what it is.
 */
import type { Messages } from '../messages.ts';
import type { Instructions } from './instruction.ts';
import { bicep, powerShell, shell, terraform } from './quoting.ts';

type Script = Instructions['scripts'][number];
type Placeholders = Messages['instructions']['placeholders'];
type Unknown = keyof Placeholders;

interface Language {
  literal: (text: string) => string;
  /** `named`: in camel case. */
  define: (named: string, literal: string) => string;
  use: (named: string) => string;
  /** Within a longer string. */
  useWithin?: (named: string) => string;
}

const snake = (named: string): string =>
  named.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const upper = (named: string): string => snake(named).toUpperCase();

const SHELL: Language = {
  literal: shell,
  define: (named, literal) => `${upper(named)}=${literal}`,
  use: (named) => `"$${upper(named)}"`,
};
const LANGUAGES: Partial<Record<Script['tool'], Language>> = {
  AZ_CLI: SHELL,
  AWS_CLI: SHELL,
  CURL: SHELL,
  POWERSHELL: {
    literal: powerShell,
    define: (named, literal) => `$${named} = ${literal}`,
    use: (named) => `$${named}`,
  },
  BICEP: {
    literal: bicep,
    define: (named) => `param ${named} string`,
    use: (named) => named,
  },
  TERRAFORM: {
    literal: terraform,
    define: (named) => `variable "${snake(named)}" {\n  type = string\n}`,
    use: (named) => `var.${snake(named)}`,
    useWithin: (named) => `\${var.${snake(named)}}`,
  },
};

/** Not the names that the scripts give to what they declare. */
const NAMES: Readonly<Record<Unknown, string>> = {
  vault: 'vaultName',
  key: 'keyName',
  anotherKey: 'keyName',
  tenantId: 'tenantId',
  subscriptionId: 'subscriptionId',
  resourceGroup: 'resourceGroup',
  location: 'location',
  resourceId: 'vaultResourceId',
  applicationId: 'applicationId',
  principalObjectId: 'principalObjectId',
};

/** A line of a shell that gives the literal a name already. */
const namedBy = (text: string, literal: string): string | null => {
  const line = text.split('\n').find((one) => one.endsWith(`=${literal}`));
  return line && /^[A-Z_]+=/.test(line) ? line : null;
};

export function nameUnknowns({ tool, text }: Script, placeholders: Placeholders): Script {
  const language = LANGUAGES[tool];
  if (!language) return { tool, text };
  const { literal: quote, define, use, useWithin } = language;
  let rest = text;
  const definitions: string[] = [];
  for (const [unknown, shown] of Object.entries(placeholders)) {
    // Cast: the keys of the table are its names.
    const named = NAMES[unknown as Unknown];
    const literal = quote(`<${shown}>`);
    const line = namedBy(rest, literal);
    const used = line ? `"$${line.slice(0, line.indexOf('='))}"` : use(named);
    const lines = rest
      .split('\n')
      .map((one) => (one === line ? one : one.replaceAll(literal, used)));
    const replaced = lines.join('\n');
    const within = useWithin ? replaced.replaceAll(`<${shown}>`, useWithin(named)) : replaced;
    if (within !== rest && !line) definitions.push(define(named, literal));
    rest = within;
  }
  const added = definitions.filter((one) => !text.startsWith(`${one}\n`));
  return { tool, text: added.length > 0 ? `${added.join('\n')}\n${rest}` : rest };
}
