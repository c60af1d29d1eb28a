import type { GraphQLEnumType } from 'graphql';
import { expect, it } from 'vitest';
import { contract } from '../../fixtures/contract.ts';
import en from '../../messages/administration.en.json';
import { ROLES } from './GrantFields.tsx';

it('describes each role as the API does', () => {
  // Cast: an enum of the contract.
  const roles = (contract.getType('Role') as GraphQLEnumType).getValues();
  expect(roles.map(({ name }) => name).toSorted()).toEqual([...ROLES].toSorted());
  for (const { name, description } of roles) {
    const sentence = description?.replace(/\.$/, '').replaceAll("'", '’');
    expect(en[`grant.about.${name}` as keyof typeof en]).toBe(sentence);
  }
});
