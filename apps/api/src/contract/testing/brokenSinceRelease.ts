/** Compares a served schema with the released one: what would break a client of the release. */
import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isInputObjectType,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';

/**
 * graphql's `findBreakingChanges`, and every default that changed. A new enum value is allowed: a
 * new step or check adds one.
 */
export function brokenSinceRelease(released: GraphQLSchema, served: GraphQLSchema): string[] {
  const defaults = findDangerousChanges(released, served).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  return [
    ...[...findBreakingChanges(released, served), ...defaults].map((change) => change.description),
    ...changedInputDefaults(released, served),
  ];
}

/** `findDangerousChanges` compares the defaults of arguments alone. */
function changedInputDefaults(released: GraphQLSchema, served: GraphQLSchema): string[] {
  return Object.values(released.getTypeMap()).flatMap((type) => {
    const now = served.getType(type.name);
    if (!isInputObjectType(type) || !isInputObjectType(now)) return [];
    return Object.values(type.getFields())
      .filter(({ name }) => name in now.getFields())
      .filter((field) => hasOtherDefault(field, now.getFields()[field.name]!))
      .map((field) => `${type.name}.${field.name} has changed defaultValue.`);
  });
}

const hasOtherDefault = (before: GraphQLInputField, after: GraphQLInputField): boolean =>
  before.defaultValue !== undefined &&
  JSON.stringify(before.defaultValue) !== JSON.stringify(after.defaultValue);
