/** What the terms on the pages mean, for whoever is new to Keyway or to customer-managed keys. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { GlossaryTexts } from '../../features/help/GlossaryTexts.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RuleLinks } from '../../ui/RuleLinks.tsx';
import { Section } from '../../ui/Section.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { GLOSSARY_TERMS } from './glossaryTerms.ts';

const list = style({
  display: 'grid',
  gridTemplateColumns: { default: '1fr', sm: '[minmax(0, 220px) minmax(0, 640px)]' },
  columnGap: 24,
  margin: 0,
});
const term = style({ font: 'ui', fontWeight: 'bold', paddingTop: 12 });
/** Alone in its line, so that each has space around it. */
const links = style({ paddingTop: 4 });
const meaning = style({
  font: 'body-sm',
  margin: 0,
  paddingTop: { default: 4, sm: 12 },
  overflowWrap: 'anywhere',
});

export const GlossaryPage = () => (
  <GlossaryTexts>
    <Glossary />
  </GlossaryTexts>
);

function Glossary() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'glossary.title' });
  usePageTitle(title);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'glossary.text' })}</PageHeader>
      {(['setUp', 'keyway'] as const).map((group) => (
        <Section key={group} title={intl.formatMessage({ id: `glossary.${group}` })}>
          <dl className={list}>
            {GLOSSARY_TERMS[group].map(({ id, rules }) => (
              <div key={id} className={style({ display: 'contents' })}>
                <dt className={term}>{intl.formatMessage({ id: `glossary.${id}.term` })}</dt>
                <dd className={meaning}>
                  {intl.formatMessage({ id: `glossary.${id}.meaning` })}
                  {rules.length > 0 ? (
                    <div className={links}>
                      <RuleLinks rules={rules} />
                    </div>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </>
  );
}
