/** What a vault says to anybody, and whether it is in the tenant that was entered. */
import { ActionButton, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { toVerdictIndicator } from '../../../status/indicators.ts';
import { IndicatorText } from '../../../status/StatusText.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import type { ProbeState, VaultProbe } from './useVaultProbe.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 8, font: 'body-sm' });
const quiet = style({ color: 'neutral-subdued' });
const line = style({ margin: 0 });

interface VaultProbeFactsProps {
  state: ProbeState;
  /** The organization's, as it was entered. */
  wantedTenant: string | null;
}

export function VaultProbeFacts({ state, wantedTenant }: VaultProbeFactsProps) {
  const intl = useIntl();
  if (state.status === 'idle') return null;
  return (
    <section
      className={box}
      aria-label={intl.formatMessage({ id: 'run.probe.title' })}
      aria-busy={state.status === 'loading'}
    >
      <div className={box} role="status">
        {state.status === 'loading' ? (
          <span className={quiet}>
            {intl.formatMessage({ id: 'run.probe.loading' }, { vault: state.vault })}
          </span>
        ) : null}
        {state.status === 'failed' ? (
          <span>{intl.formatMessage({ id: 'run.probe.failed' })}</span>
        ) : null}
        {state.status === 'done' ? <Found {...state.probe} wantedTenant={wantedTenant} /> : null}
      </div>
      {isWorthAsking(state) ? (
        <div>
          <ActionButton size="S" onPress={state.retry}>
            {intl.formatMessage({ id: 'run.probe.retry' })}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}

/** Nobody could find out, for now: the sentence says why. Sovereign clouds are never called. */
const isWorthAsking = (state: ProbeState): state is Extract<ProbeState, { retry: () => void }> =>
  state.status === 'failed' ||
  (state.status === 'done' && state.probe.exists === 'UNKNOWN' && state.probe.cloud === 'public');

const EXISTS = {
  PASS: 'run.probe.yes',
  BLOCK: 'run.probe.no',
  UNKNOWN: 'run.probe.unknown',
  WARN: 'run.probe.unknown',
} as const;
const word = (value: boolean | null) =>
  value === null ? 'run.probe.unknown' : value ? 'run.probe.yes' : 'run.probe.no';

function Found({ wantedTenant, ...probe }: VaultProbe & { wantedTenant: string | null }) {
  const intl = useIntl();
  const { exists, tenantId, cloud, vaultUri, addresses, privateLink, sentence } = probe;
  const say = (id: (typeof EXISTS)[keyof typeof EXISTS]) => intl.formatMessage({ id });
  const unknown = say('run.probe.unknown');
  return (
    <>
      {tenantId && wantedTenant && tenantId !== wantedTenant.toLowerCase() ? (
        <OtherTenant tenant={tenantId} wanted={wantedTenant} />
      ) : null}
      <p className={line}>{sentence}</p>
      <Facts
        rows={[
          [
            'run.probe.exists',
            <IndicatorText key="exists" indicator={toVerdictIndicator(exists)}>
              {say(EXISTS[exists])}
            </IndicatorText>,
          ],
          ['run.probe.cloud', intl.formatMessage({ id: 'run.probe.cloudName' }, { cloud })],
          ['run.probe.tenant', tenantId ?? unknown],
          ['run.probe.uri', vaultUri ?? unknown],
          ['run.probe.privateLink', say(word(privateLink))],
          ['run.probe.addresses', addresses.length > 0 ? addresses.join(', ') : unknown],
        ]}
      />
    </>
  );
}

function OtherTenant(values: { tenant: string; wanted: string }) {
  const intl = useIntl();
  return (
    <InlineAlert variant="notice">
      <Heading>{intl.formatMessage({ id: 'run.probe.otherTenant' })}</Heading>
      <Content>{intl.formatMessage({ id: 'run.probe.otherTenantText' }, values)}</Content>
    </InlineAlert>
  );
}
