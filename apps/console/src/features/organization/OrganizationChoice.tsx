/** One organization as a filter of a list; the address has its ID only. */
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql } from '../../generated/gql.ts';
import { OrganizationPicker } from './OrganizationPicker.tsx';

const ORGANIZATION_NAME = graphql(`
  query OrganizationName($id: ID!) {
    organization(id: $id) {
      id
      name
    }
  }
`);

interface OrganizationChoiceProps {
  /** Its ID; undefined: all of them. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

export function OrganizationChoice({ value, onChange }: OrganizationChoiceProps) {
  const intl = useIntl();
  const chosen = useQuery(ORGANIZATION_NAME, { variables: { id: value ?? '' }, skip: !value }).data
    ?.organization;
  return (
    <OrganizationPicker
      size="S"
      label={intl.formatMessage({ id: 'portfolio.column.organization' })}
      labelPosition="side"
      placeholder={intl.formatMessage({ id: 'common.all' })}
      value={chosen ?? null}
      onChange={(organization) => onChange(organization?.id)}
    />
  );
}
