/** The last page of a window in which somebody signed in again: it closes itself. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { SessionTexts } from '../../features/session/SessionTexts.tsx';
import { reportSignedInHere } from '../../apollo/sessionUse.ts';
import { usePageTitle } from '../../ui/usePageTitle.ts';

const page = style({ padding: 40, font: 'body' });
const heading = style({ font: 'heading', margin: 0 });

export const SignedInPage = () => (
  <SessionTexts>
    <Page />
  </SessionTexts>
);

function Page() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'session.inTitle' });
  usePageTitle(title);
  useEffect(() => {
    reportSignedInHere();
    // Refused where the browser did not open it for a page; then the text says what to do.
    window.close();
  }, []);
  return (
    <main className={page}>
      <h1 className={heading}>{title}</h1>
      <p>{intl.formatMessage({ id: 'session.in' })}</p>
      <Link href="/">{intl.formatMessage({ id: 'session.toPortfolio' })}</Link>
    </main>
  );
}
