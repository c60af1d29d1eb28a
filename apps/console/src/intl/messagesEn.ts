/**
 * All English texts as one chunk, but those of `administrationTexts.ts`, and those that come with
 * their code in `WithTexts.tsx`.
 */
const files = import.meta.glob<Record<string, string>>(
  [
    '../messages/*.en.json',
    '!../messages/{access,administration,checks,history,organizationForm,rules}.*.json',
    '!../messages/{approval,approvals,approvers,coolingOff,decision,entries,gettingStarted,handOff,handOffs,runDialogs,secret,shortcuts,submit,ticket,views}.*.json',
    '!../messages/{signIn,submit,ticket,views}.*.json',
  ],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
