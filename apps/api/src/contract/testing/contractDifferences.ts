/** Compares a served schema with the contract that clients rely on. */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Each element of a schema by its coordinate, such as `Query.run(id)`, with its signature. */
type Signatures = Map<string, string>;

/**
 * Stricter than graphql's `findBreakingChanges`: a type that became non-null, a default that
 * changed and a new enum value differ too. The served schema may add types, fields, and optional
 * arguments and input fields.
 */
export function contractDifferences(contract: GraphQLSchema, served: GraphQLSchema): string[] {
  const [wanted, found] = [signatures(contract), signatures(served)];
  const missing = [...wanted].filter(([name, signature]) => found.get(name) !== signature);
  const added = [...found].filter(
    ([name, signature]) =>
      !wanted.has(name) && wanted.has(parent(name)) && isRestriction(signature),
  );
  return [
    ...missing.map(([name, wants]) => `${name}: ${wants} became ${found.get(name) ?? 'missing'}`),
    ...added.map(([name, signature]) => `${name}: ${signature} was added`),
  ].sort();
}

/** The element that an element belongs to: a field's type, an argument's field. */
const parent = (name: string): string =>
  name.endsWith(')') ? name.slice(0, name.lastIndexOf('(')) : name.slice(0, name.lastIndexOf('.'));

/** Whether adding this element could break a client. */
const isRestriction = (signature: string): boolean =>
  signature.startsWith('value of') || /^(?:argument|input field).*!$/.test(signature);

function signatures(schema: GraphQLSchema): Signatures {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const directives = schema.getDirectives().filter((it) => !isSpecifiedDirective(it));
  return new Map([
    ...types.flatMap(ofType),
    ...directives.flatMap(({ name, args, locations, isRepeatable }) => [
      [`@${name}`, `directive on ${locations.join(' | ')}${isRepeatable ? ' repeatable' : ''}`],
      ...args.map((arg) => [`@${name}(${arg.name})`, `argument ${input(arg)}`]),
    ]),
  ] as [string, string][]);
}

function ofType(type: GraphQLNamedType): [string, string][] {
  const { name } = type;
  if (isEnumType(type))
    return [
      [name, 'enum'],
      ...type.getValues().map((it): [string, string] => [`${name}.${it.name}`, `value of ${name}`]),
    ];
  if (isInputObjectType(type))
    return [
      [name, 'input'],
      ...Object.values(type.getFields()).map((field): [string, string] => [
        `${name}.${field.name}`,
        `input field ${input(field)}`,
      ]),
    ];
  if (isUnionType(type)) return [[name, `union of ${type.getTypes().map(String).sort().join()}`]];
  if (!isObjectType(type) && !isInterfaceType(type)) return [[name, 'scalar']];
  return [
    [name, `${isObjectType(type) ? 'type' : 'interface'} ${type.getInterfaces().join()}`],
    ...Object.values(type.getFields()).flatMap((field): [string, string][] => [
      [`${name}.${field.name}`, `field ${field.type}`],
      ...field.args.map((arg): [string, string] => [
        `${name}.${field.name}(${arg.name})`,
        `argument ${input(arg)}`,
      ]),
    ]),
  ];
}

const input = ({ type, defaultValue }: Pick<GraphQLArgument, 'type' | 'defaultValue'>): string =>
  defaultValue === undefined ? String(type) : `${type} = ${JSON.stringify(defaultValue)}`;
