/** What Terraform would refuse in a script, by a table of its providers. Imported by tests only. */
import { parse } from '@cdktf/hcl2json';
import type { TerraformArgument, TerraformTable } from './terraformTable.ts';

type Value = unknown;
type Body = Record<string, Value>;
type Blocks = Record<string, Body[]>;
/** Of the language itself; nested blocks are `block`. */
const META: TerraformArgument[] = ['provider', 'depends_on', 'count', 'for_each'].map((name) => ({
  ...{ name, kind: 'any', isRequired: false },
}));
const LIFECYCLE = [
  ...['create_before_destroy', 'prevent_destroy', 'ignore_changes', 'replace_triggered_by'],
  ...['precondition', 'postcondition'],
];
const LANGUAGE: Record<string, string[]> = {
  variable: ['type', 'default', 'description', 'sensitive', 'nullable', 'validation'],
  output: ['value', 'description', 'sensitive', 'depends_on', 'precondition'],
  import: ['to', 'id', 'provider', 'for_each'],
};

interface Declared {
  /** `data azurerm_key_vault`. */
  entry: string;
  name: string;
  body: Body;
}

const isBlocks = (value: Value): value is Body[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one?.constructor === Object);
/** An expression: `${…}` alone, whose value only Terraform knows. */
const isExpression = (value: Value): boolean =>
  typeof value === 'string' && /^\$\{[^]*\}$/.test(value);

function hasKind(value: Value, kind: TerraformArgument['kind']): boolean {
  if (kind === 'block') return isBlocks(value);
  if (kind === 'any' || isExpression(value)) return true;
  if (kind === 'list') return Array.isArray(value) && !isBlocks(value);
  if (kind === 'map') return value?.constructor === Object;
  return kind !== 'computed' && typeof value === (kind === 'bool' ? 'boolean' : kind);
}

/** @param known undefined where the table has no such resource */
function flawsOfBody(
  { entry, body }: Declared,
  known: readonly TerraformArgument[] | undefined,
): string[] {
  if (!known) return [`no ${entry}`];
  const { lifecycle, ...given } = body;
  const all = entry.startsWith('provider') ? known : [...known, ...META];
  const settable = all.filter(({ kind }) => kind !== 'computed').map(({ name }) => name);
  const [life = {}] = (lifecycle ?? []) as Body[];
  return [
    ...Object.entries(given).flatMap(([name, value]) => {
      const argument = all.find((one) => one.name === name);
      if (!argument || argument.kind === 'computed') return [`${entry} takes no ${name}`];
      return hasKind(value, argument.kind) ? [] : [`${entry} ${name} is a ${argument.kind}`];
    }),
    ...known
      .filter(({ name, isRequired }) => isRequired && !(name in given))
      .map(({ name }) => `${entry} needs ${name}`),
    ...Object.keys(life)
      .filter((name) => !LIFECYCLE.includes(name))
      .map((name) => `${entry} lifecycle takes no ${name}`),
    ...((life['ignore_changes'] ?? []) as string[])
      .filter((name) => !settable.includes(name.replace(/^\$\{(.*)\}$/, '$1')))
      .map((name) => `${entry} can’t ignore ${name.replace(/^\$\{(.*)\}$/, '$1')}`),
  ];
}

/** `data.azurerm_key_vault.cmk.id`, `var.x` and `aws.alias`: what has to be there, and has it. */
function flawsOfReferences(text: string, declared: readonly Declared[], table: TerraformTable) {
  const code = text.replaceAll(/^\s*#.*$|<<-(\w+)\n[^]*?\n\s*\1$/gm, '');
  const own = code.replaceAll(/"(?:\\.|[^"\\$]|\$(?!\{))*"/g, '""');
  const types = [...new Set([...table.keys()].map((entry) => entry.split(' ')[1]!))];
  const pattern = new RegExp(
    String.raw`(?<![\w."])(data\.)?(${types.join('|')})\.(\w+)(?:\.(\w+))?`,
    'g',
  );
  return [...own.matchAll(pattern)].flatMap(([reference, data, type = '', name, attribute]) => {
    const isAlias = declared.some(
      ({ entry, body }) => entry === `provider ${type}` && body['alias'] === name,
    );
    if (isAlias) return [];
    const entry = `${data ? 'data' : 'resource'} ${type}`;
    if (!declared.some((one) => one.entry === entry && one.name === name))
      return [`${reference} is declared nowhere`];
    const known = [...table.get(entry)!.map((one) => one.name), 'id'];
    return attribute === undefined || known.includes(attribute) ? [] : [`${reference} is nothing`];
  });
}

/** Empty where Terraform would take the script. */
export async function terraformFlaws(text: string, table: TerraformTable): Promise<string[]> {
  // Cast: hcl2json answers any JSON; what is not of this form shows as a flaw.
  const script = (await parse('main.tf', text)) as Record<string, Record<string, Blocks>>;
  const declared: Declared[] = [];
  const flaws: string[] = [];
  for (const [what, found] of Object.entries(script)) {
    if (what === 'resource' || what === 'data')
      for (const [type, named] of Object.entries(found))
        for (const [name, bodies] of Object.entries(named))
          declared.push(...bodies.map((body) => ({ entry: `${what} ${type}`, name, body })));
    else if (what === 'provider')
      for (const [type, bodies] of Object.entries(found))
        declared.push(
          ...(bodies as unknown as Body[]).map((body) => ({
            entry: `provider ${type}`,
            name: '',
            body,
          })),
        );
    else {
      const known = LANGUAGE[what];
      const bodies = (what === 'import' ? found : Object.values(found).flat()) as unknown as Body[];
      for (const body of bodies)
        flaws.push(
          ...Object.keys(body)
            .filter((name) => !known?.includes(name))
            .map((name) => `${what} takes no ${name}`),
        );
      if (!known) flaws.push(`no block ${what}`);
    }
  }
  for (const one of declared) flaws.push(...flawsOfBody(one, table.get(one.entry)));
  return [...flaws, ...flawsOfReferences(text, declared, table)];
}

/** `resource azurerm_key_vault` and the like, that scripts have. */
export function terraformEntries(scripts: readonly string[]): string[] {
  const entries = scripts.flatMap((text) =>
    [...text.matchAll(/^(resource|data|provider) "(\w+)"/gm)].map(
      ([, what, type]) => `${what} ${type}`,
    ),
  );
  return [...new Set(entries)].toSorted();
}
