import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

type Described = [coordinate: string, description: string | null | undefined];

/** The coordinates of everything public without a description. */
export function undescribed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const directives = schema.getDirectives().filter((it) => !isSpecifiedDirective(it));
  return [
    ...types.flatMap(ofType),
    ...directives.map(({ name, description }): Described => [`@${name}`, description]),
  ]
    .filter(([, description]) => !description?.trim())
    .map(([coordinate]) => coordinate);
}

function ofType(type: GraphQLNamedType): Described[] {
  const { name, description } = type;
  const members = isEnumType(type)
    ? type.getValues()
    : isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
      : [];
  return [
    [name, description],
    ...members.flatMap((member): Described[] => [
      [`${name}.${member.name}`, member.description],
      ...argumentsOf(member).map((arg): Described => [
        `${name}.${member.name}(${arg.name})`,
        arg.description,
      ]),
    ]),
  ];
}

const argumentsOf = (member: object): readonly GraphQLArgument[] =>
  'args' in member ? (member as GraphQLField<unknown, unknown>).args : [];
