/**
 * All English texts as one chunk, but those of `administrationTexts.ts`, and those that come with
 * their code in `WithTexts.tsx`.
 */
const files = import.meta.glob<Record<string, string>>(
  [
    '../messages/*.en.json',
    '!../messages/{access,administration,alerts,checks,history,organizationForm,rules}.*.json',
    '!../messages/{approval,approvals,approvers,aws,azurePermissions,coolingOff,decision,entries,evidence,events,gettingStarted,handOff,handOffs,health,kms,organizationList,readiness,runDialogs,runPage,secret,setup,shortcuts,submit,ticket,views,webhooks}.*.json',
    '!../messages/{signIn,submit,ticket,views}.*.json',
  ],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
