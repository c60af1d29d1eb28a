/**
 * The provider's sign-in page: the demo's people, one click each, and no password.
 */
import { escapeHtml, htmlPage } from '../server/htmlPage.ts';
import type { Answer } from '../server/exchange.ts';
import { people } from './people.ts';
import type { Person } from './people.ts';

const ROLE_NAMES: Record<Person['role'], string> = {
  OWNER: 'Owner',
  OPERATOR: 'Operator',
  APPROVER: 'Approver',
  AUDITOR: 'Auditor',
};

/** @param action Where the choice is posted to. */
export function signInPage(action: string): Answer {
  const choices = people.map(
    ({ sub, name, email, role, limited }) =>
      `<li><button name="sub" value="${escapeHtml(sub)}"><strong>${escapeHtml(name)}</strong><span class="mail">${escapeHtml(limited ? `${email}, one customer only` : email)}</span><span class="role">${ROLE_NAMES[role]}</span></button></li>`,
  );
  return htmlPage(
    'Sign in to the sandbox',
    `<h1>Who are you today?</h1><p>These people exist in the sandbox only. Choose one to sign in; no password is asked.</p>
    <form method="post" action="${escapeHtml(action)}"><ul>${choices.join('')}</ul></form>
    <footer>Approving asks for somebody other than the person who requested it, so keep two of them in mind.</footer>`,
  );
}
