/** Performs an action that the server offers. */
import { useRouter } from '@tanstack/react-router';
import { useKeywayMutation, type MutationState } from '../../../apollo/useKeywayMutation.ts';
import { RETRY_STEP, VERIFY } from '../data/runMutations.ts';
import { useRunActions } from './RunActions.tsx';
import type { Offer } from './runOffers.ts';

interface Performing {
  perform: (offer: Offer) => void;
  isPending: boolean;
  /** The one whose refusal or failure is to be shown. */
  mutation: MutationState;
}

export function usePerform(): Performing {
  const router = useRouter();
  const { run, open } = useRunActions();
  const verify = useKeywayMutation(VERIFY);
  const retry = useKeywayMutation(RETRY_STEP);
  return {
    perform({ target }) {
      if (target.kind === 'page') void router.navigate({ href: target.href });
      else if (target.kind === 'dialog') open(target.request);
      else
        (target.mutation === 'verify' ? verify : retry).send({
          ...{ runId: run.id, track: target.track, step: target.step },
        });
    },
    isPending: verify.isPending || retry.isPending,
    mutation: retry.errors.length > 0 || retry.failure ? retry : verify,
  };
}
