/** How people can sign in here. Asked without the console's client, which is most of its code. */
import { useCallback, useEffect, useState } from 'react';
import { fromBase } from '../routing/basePath.ts';

const QUERY = '{ environment { sandbox signIn { name url } } }';

export interface SignInOptions {
  sandbox: boolean;
  signIn: readonly { name: string; url: string }[];
}

interface Response {
  data?: { environment: SignInOptions } | null;
}

async function load(): Promise<SignInOptions> {
  const response = await fetch(fromBase('/graphql'), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-keyway-csrf': '1' },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data } = (await response.json()) as Response;
  if (!data) throw new Error(`The answer has the status ${response.status} and no data.`);
  return data.environment;
}

/** `options` and `isFailed` are both unset while they load. */
export function useSignInOptions() {
  const [state, setState] = useState<{ options?: SignInOptions; isFailed?: true }>({});
  const read = useCallback(() => {
    setState({});
    load().then(
      (options) => setState({ options }),
      () => setState({ isFailed: true }),
    );
  }, []);
  useEffect(read, [read]);
  return { ...state, retry: read };
}
