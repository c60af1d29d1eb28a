/** Starts a dry run over what is selected, and opens its page. */
import { Button } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { graphql } from '../../generated/gql.ts';
import type { StartDryRunInput } from '../../generated/graphql.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { ReadinessTexts } from './ReadinessTexts.tsx';

export const START_DRY_RUN = graphql(`
  mutation StartDryRun($input: StartDryRunInput!, $locale: String!) {
    startDryRun(input: $input) {
      dryRun {
        ...DryRunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

type Selection = Pick<StartDryRunInput, 'organizationIds' | 'filter'>;

export function StartReadiness({ selection }: { selection: Selection }) {
  return (
    <ReadinessTexts>
      <StartButton selection={selection} />
    </ReadinessTexts>
  );
}

function StartButton({ selection }: { selection: Selection }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const start = useKeywayMutation(START_DRY_RUN, {
    evicts: ['dryRuns'],
    onDone: ({ dryRun }) => {
      if (dryRun) void navigate({ to: '/readiness/$dryRunId', params: { dryRunId: dryRun.id } });
    },
  });
  return (
    <>
      <Button
        size="S"
        variant="secondary"
        isPending={start.isPending}
        onPress={() => start.send(selection)}
      >
        {intl.formatMessage({ id: 'readiness.start' })}
      </Button>
      <MutationNotice mutation={start} />
    </>
  );
}
