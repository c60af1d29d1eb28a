/** Nobody can approve: why, what becomes of a request, and how that changes. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { NoApprover } from '../../generated/enums.ts';
import type { NamedOrganization } from '../viewer/viewerAccess.ts';
import { usePartnerRole, useViewer } from '../viewer/ViewerQuery.ts';
import { ApproverTexts } from './ApproverTexts.tsx';
import { InviteApprover } from './InviteApprover.tsx';
import { InvitedApprovers, useInvitedApprovers } from './InvitedApprovers.tsx';

const full = style({ width: 'full' });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });
const text = style({ margin: 0 });

export interface NoApproverNoticeProps {
  reason: NoApprover;
  organization: NamedOrganization;
  /** Of an approval that waits already, of one to request, or of any. */
  about: 'requested' | 'request' | 'organization';
}

export const NoApproverNotice = (props: NoApproverNoticeProps) => (
  <ApproverTexts>
    <Notice {...props} />
  </ApproverTexts>
);

function Notice({ reason, organization, about }: NoApproverNoticeProps) {
  const intl = useIntl();
  const partner = useViewer()?.partner ?? '';
  const mayInvite = usePartnerRole('OWNER');
  const { invited, reload } = useInvitedApprovers(organization.id, mayInvite);
  const isTheirs = reason === 'ONLY_REQUESTER' && about === 'requested';
  const why = isTheirs ? 'ONLY_REQUESTER.requested' : reason;
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>
        {intl.formatMessage({
          id: reason === 'ONLY_TOKENS' ? 'approvers.onlyTokens' : `approvers.nobody.${about}`,
        })}
      </Heading>
      <Content>
        <div className={stack}>
          <p className={text}>
            {intl.formatMessage(
              { id: `approvers.why.${why}` },
              { organization: organization.name },
            )}{' '}
            {intl.formatMessage({ id: `approvers.then.${about}` })}
            {mayInvite
              ? null
              : ` ${intl.formatMessage({ id: 'approvers.whoInvites' }, { partner })}`}
          </p>
          {mayInvite ? (
            <>
              <InvitedApprovers invited={invited} onChanged={reload} />
              <InviteApprover
                organization={organization}
                isAnother={invited.length > 0}
                onInvited={reload}
              />
            </>
          ) : null}
        </div>
      </Content>
    </InlineAlert>
  );
}
