/** Changes what a member can do where. What rules give is shown, and stays with the rule. */
import { Heading, Content, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { GrantFields } from '../../features/people/GrantFields.tsx';
import { GrantList } from '../../features/people/GrantList.tsx';
import { toDrafts, toGrantInputs } from '../../features/people/grantDrafts.ts';
import type { GrantDraft } from '../../features/people/grantDrafts.ts';
import { keepForm } from '../../features/viewer/keptForm.ts';
import { useSignInAgain } from '../../features/viewer/StepUp.tsx';
import { useViewer, VIEWER_QUERY } from '../../features/viewer/ViewerQuery.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { LostRuns } from './LostRuns.tsx';
import { CHANGE_GRANTS, LAST_OWNER } from './memberDocuments.ts';
import type { MemberRow } from '../../features/people/memberFields.ts';

const full = style({ width: 'full' });
const keeps = style({ font: 'ui', margin: 0 });

/** Keeps what was chosen while the person signs in again. */
export const ACCESS_FORM = 'access';
/** What is kept. */
export interface KeptAccess {
  memberId: string;
  drafts: GrantDraft[];
}

interface ChangeAccessDialogProps {
  member: MemberRow;
  isLastOwner: boolean;
  /** What was chosen before signing in again, for this member or another. */
  kept: KeptAccess | null;
  onClose: () => void;
}

export function ChangeAccessDialog({
  member,
  isLastOwner,
  kept,
  onClose,
}: ChangeAccessDialogProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const client = useApolloClient();
  const viewer = useViewer();
  const isOwn = viewer?.id === member.id;
  const byRules = member.grants.filter(({ rule }) => rule !== null);
  const [drafts, setDrafts] = useState(() =>
    kept?.memberId === member.id
      ? kept.drafts
      : toDrafts(member.grants.filter(({ rule }) => rule === null)),
  );
  const grants = toGrantInputs(drafts);
  const fixed = isLastOwner
    ? drafts.find(({ role, isEverywhere }) => role === 'OWNER' && isEverywhere)
    : undefined;
  const mutation = useKeywayMutation(CHANGE_GRANTS, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'members.changed' }, { name: member.name }));
      if (isOwn) void client.refetchQueries({ include: [VIEWER_QUERY] });
      void client.refetchQueries({ include: [LAST_OWNER] });
      onClose();
    },
  });
  const values: KeptAccess = { memberId: member.id, drafts };
  const question = useUnsavedValues(values, kept?.memberId === member.id);
  const signInAgain = useSignInAgain({
    errors: mutation.errors,
    onLeave: () => keepForm({ form: ACCESS_FORM, values }),
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'members.changeTitle' }, { name: member.name })}
      text={intl.formatMessage({ id: isOwn ? 'members.changeOwn' : 'members.changeText' })}
      confirm={intl.formatMessage({ id: 'members.save' })}
      mutation={mutation}
      fields={[]}
      instead={signInAgain}
      isDisabled={grants === null}
      onSubmit={() => {
        if (grants) mutation.send({ memberId: member.id, grants });
      }}
      onClose={onClose}
    >
      {fixed ? (
        <p className={keeps}>{intl.formatMessage({ id: 'members.lastOwnerKeeps' })}</p>
      ) : null}
      <GrantFields drafts={drafts} fixedKey={fixed?.key} onChange={setDrafts} />
      <LostRuns member={member} drafts={drafts} />
      {byRules.length > 0 ? (
        <InlineAlert variant="informative" styles={full}>
          <Heading>{intl.formatMessage({ id: 'members.byRules' })}</Heading>
          <Content>
            <GrantList grants={byRules} />
            <p>{intl.formatMessage({ id: 'members.byRulesText' })}</p>
          </Content>
        </InlineAlert>
      ) : null}
      {question}
    </FormDialog>
  );
}
