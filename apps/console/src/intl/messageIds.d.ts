/** Makes an unknown message ID a type error: `formatMessage` takes the IDs in the English files. */
import type access from '../messages/access.en.json';
import type administration from '../messages/administration.en.json';
import type alerts from '../messages/alerts.en.json';
import type approval from '../messages/approval.en.json';
import type approvals from '../messages/approvals.en.json';
import type approvers from '../messages/approvers.en.json';
import type completed from '../messages/completed.en.json';
import type aws from '../messages/aws.en.json';
import type azurePermissions from '../messages/azurePermissions.en.json';
import type checks from '../messages/checks.en.json';
import type coolingOff from '../messages/coolingOff.en.json';
import type decision from '../messages/decision.en.json';
import type entries from '../messages/entries.en.json';
import type evidence from '../messages/evidence.en.json';
import type events from '../messages/events.en.json';
import type exportTexts from '../messages/export.en.json';
import type matrix from '../messages/matrix.en.json';
import type submit from '../messages/submit.en.json';
import type gettingStarted from '../messages/gettingStarted.en.json';
import type glossary from '../messages/glossary.en.json';
import type handOff from '../messages/handOff.en.json';
import type handOffs from '../messages/handOffs.en.json';
import type health from '../messages/health.en.json';
import type portfolio from '../messages/portfolio.en.json';
import type help from '../messages/help.en.json';
import type history from '../messages/history.en.json';
import type names from '../messages/names.en.json';
import type inbox from '../messages/inbox.en.json';
import type insights from '../messages/insights.en.json';
import type mentions from '../messages/mentions.en.json';
import type newOrganization from '../messages/newOrganization.en.json';
import type notifications from '../messages/notifications.en.json';
import type kms from '../messages/kms.en.json';
import type organizationForm from '../messages/organizationForm.en.json';
import type organizationList from '../messages/organizationList.en.json';
import type organizations from '../messages/organizations.en.json';
import type people from '../messages/people.en.json';
import type readiness from '../messages/readiness.en.json';
import type rules from '../messages/rules.en.json';
import type run from '../messages/run.en.json';
import type runDialogs from '../messages/runDialogs.en.json';
import type runPage from '../messages/runPage.en.json';
import type secret from '../messages/secret.en.json';
import type setup from '../messages/setup.en.json';
import type settings from '../messages/settings.en.json';
import type shell from '../messages/shell.en.json';
import type shortcuts from '../messages/shortcuts.en.json';
import type session from '../messages/session.en.json';
import type signIn from '../messages/signIn.en.json';
import type status from '../messages/status.en.json';
import type ticket from '../messages/ticket.en.json';
import type unsaved from '../messages/unsaved.en.json';
import type views from '../messages/views.en.json';
import type webhooks from '../messages/webhooks.en.json';
import type work from '../messages/work.en.json';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: keyof (typeof access &
        typeof webhooks &
        typeof readiness &
        typeof evidence &
        typeof administration &
        typeof alerts &
        typeof checks &
        typeof gettingStarted &
        typeof glossary &
        typeof handOff &
        typeof coolingOff &
        typeof setup &
        typeof shortcuts &
        typeof decision &
        typeof entries &
        typeof aws &
        typeof azurePermissions &
        typeof kms &
        typeof events &
        typeof approval &
        typeof approvals &
        typeof approvers &
        typeof completed &
        typeof exportTexts &
        typeof matrix &
        typeof submit &
        typeof handOffs &
        typeof health &
        typeof help &
        typeof inbox &
        typeof insights &
        typeof mentions &
        typeof newOrganization &
        typeof notifications &
        typeof portfolio &
        typeof history &
        typeof names &
        typeof organizationForm &
        typeof organizations &
        typeof organizationList &
        typeof people &
        typeof rules &
        typeof run &
        typeof runDialogs &
        typeof runPage &
        typeof session &
        typeof signIn &
        typeof secret &
        typeof settings &
        typeof shell &
        typeof status &
        typeof ticket &
        typeof unsaved &
        typeof views &
        typeof work);
    }
  }
}
