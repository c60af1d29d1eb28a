/** In a sandbox without organizations: two to practice with, which the sandbox lays out. */
import { useQuery } from '@apollo/client/react';
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { graphql } from '../../generated/gql.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { VIEWER_QUERY, usePartnerRole } from '../viewer/ViewerQuery.ts';

const CREATE_PRACTICE_ORGANIZATION = graphql(`
  mutation CreatePracticeOrganization($input: CreatePracticeOrganizationInput!, $locale: String!) {
    createPracticeOrganization(input: $input) {
      organization {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

const SCENARIOS = ['GOOD', 'BROKEN'] as const;

const box = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  textAlign: 'center',
  rowGap: 12,
  marginX: 'auto',
  marginTop: 32,
  maxWidth: 560,
});
const title = style({ font: 'title', margin: 0 });
const text = style({ font: 'body', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 12 });

export function Practice() {
  const { data } = useQuery(VIEWER_QUERY, { fetchPolicy: 'cache-first' });
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  return data?.environment.sandbox && mayAdd ? <Choice /> : null;
}

function Choice() {
  const intl = useIntl();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<(typeof SCENARIOS)[number]>();
  const create = useKeywayMutation(CREATE_PRACTICE_ORGANIZATION, {
    evicts: ['organizations'],
    onDone: ({ organization }) => {
      if (!organization) return;
      const params = { organizationId: organization.id };
      void navigate({ to: '/organizations/$organizationId', params });
    },
  });
  return (
    <section className={box}>
      <h2 className={title}>{intl.formatMessage({ id: 'gettingStarted.practice' })}</h2>
      <p className={text}>{intl.formatMessage({ id: 'gettingStarted.practiceText' })}</p>
      <div className={buttons}>
        {SCENARIOS.map((scenario) => (
          <Button
            key={scenario}
            variant="secondary"
            isPending={create.isPending && asked === scenario}
            isDisabled={create.isPending && asked !== scenario}
            onPress={() => {
              setAsked(scenario);
              create.send({ scenario, locale: intl.locale });
            }}
          >
            {intl.formatMessage({ id: `gettingStarted.practice.${scenario}` })}
          </Button>
        ))}
      </div>
      <MutationNotice mutation={create} />
    </section>
  );
}
