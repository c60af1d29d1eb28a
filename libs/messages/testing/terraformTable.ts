/** The arguments of Terraform's resources, as providers take them. Imported by tests only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `block`: written without `=`; `computed`: read only. */
type Kind = 'string' | 'number' | 'bool' | 'list' | 'map' | 'any' | 'block' | 'computed';

export interface TerraformArgument {
  name: string;
  kind: Kind;
  isRequired: boolean;
}

/** By `resource azurerm_key_vault`, `data azurerm_key_vault` and `provider azurerm`. */
export type TerraformTable = Map<string, TerraformArgument[]>;

/** `name kind [required]`, one argument a line, below its resource; the first line is a comment. */
export function readTerraformTable(text: string): TerraformTable {
  const table: TerraformTable = new Map();
  for (const line of text.split('\n').slice(1).filter(Boolean)) {
    const [name = '', kind, required] = line.trim().split(' ');
    if (!line.startsWith(' ')) table.set(line, []);
    // Cast: written from the same union.
    else
      [...table.values()]
        .at(-1)!
        .push({ name, kind: kind as Kind, isRequired: required !== undefined });
  }
  return table;
}

const kindOf = (type: string, comment: string): Kind => {
  if (/^\s*\* \w+ block$/m.test(comment)) return 'block';
  const plain = type.replace(' | cdktf.IResolvable', '').replaceAll(/\s+/g, ' ');
  const kinds: Record<string, Kind> = {
    ...{ string: 'string', number: 'number', boolean: 'bool', 'string[]': 'list' },
    ...{ 'number[]': 'list', '{ [key: string]: string; }': 'map' },
  };
  return kinds[plain] ?? 'any';
};

/** Of one resource: what may be given, from its types, and what it answers, from its code. */
function argumentsIn(folder: string): TerraformArgument[] {
  const types = readFileSync(join(folder, 'index.d.ts'), 'utf8');
  const [, members = ''] = /export interface \w+Config[^{]*\{([^]*?)\n\}/.exec(types) ?? [];
  const member = /\/\*\*([^]*?)\*\/\s*readonly \w+(\??): ([^]*?);(?=\n {4}\/\*\*|$)/g;
  const given = [...members.matchAll(member)].map(
    ([, comment = '', optional, type = '']): TerraformArgument => {
      const [, name = ''] = /#(\w+) \w+#/.exec(comment) ?? [];
      return { name, kind: kindOf(type, comment), isRequired: optional === '' };
    },
  );
  const code = readFileSync(join(folder, 'index.js'), 'utf8');
  const own = code.slice(code.search(/class \w+ extends cdktf\.Terraform(?:Resource|DataSource)/));
  const computed = [...own.matchAll(/this\.get\w+Attribute\(["'](\w+)["']\)/g)];
  const answered = new Set(computed.map(([, name = '']) => name));
  for (const { name } of given) answered.delete(name);
  return [
    ...given,
    ...[...answered].map((name) => ({ name, kind: 'computed' as const, isRequired: false })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const PROVIDERS = ['aws', 'azuread', 'azurerm', 'random'] as const;

/** Where the package has a resource: `data-azurerm-key-vault`, `key-vault`, `provider`. */
function folderOf(packages: string, entry: string): string | null {
  const [what = '', type = ''] = entry.split(' ');
  const provider = PROVIDERS.find((name) => type === name || type.startsWith(`${name}_`));
  if (!provider) return null;
  const name = type.replaceAll('_', '-');
  const own = name.slice(provider.length + 1);
  const folder = join(
    ...[packages, '@cdktf', `provider-${provider}`, 'lib'],
    what === 'provider' ? 'provider' : what === 'data' ? `data-${name}` : own,
  );
  return existsSync(folder) ? folder : null;
}

/** `6.25.0`, of the provider that a package was made from. */
function versionIn(folder: string): string {
  const types = readFileSync(join(folder, 'index.d.ts'), 'utf8');
  return /registry\.terraform\.io\/providers\/\w+\/\w+\/([\d.]+)\//.exec(types)?.[1] ?? '';
}

/**
 * The table of these entries, as `@cdktf/provider-*` state them. Entries of a provider that has no
 * such package are left out.
 * @param packages a `node_modules` that has them
 */
export function tableOfPackages(packages: string, entries: readonly string[]): string {
  const found = entries
    .map((entry) => ({ entry, folder: folderOf(packages, entry) }))
    .filter((one): one is { entry: string; folder: string } => one.folder !== null)
    .toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
  const versions = new Map(
    found.map(({ entry, folder }) => [entry.split(/[ _]/)[1], versionIn(folder)]),
  );
  const head = [...versions].toSorted().map(([name, version]) => `${name} ${version}`);
  const rows = found.flatMap(({ entry, folder }) => [
    entry,
    ...argumentsIn(folder).map(
      ({ name, kind, isRequired }) => `  ${name} ${kind}${isRequired ? ' required' : ''}`,
    ),
  ]);
  return `${[head.join(', '), ...rows].join('\n')}\n`;
}
