/** What a customer pastes in IAM: the external ID in a trust policy, and the permissions. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { AwsFieldsFragment } from '../../generated/graphql.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { Facts } from '../../ui/Facts.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });
export const heading = style({ font: 'title-sm', margin: 0, marginTop: 8 });
const text = style({ font: 'body-sm', margin: 0 });

/** Of an organization on AWS, once its external ID is made. */
export type AwsTrust = NonNullable<AwsFieldsFragment['aws']>;

export function AwsPolicies({ aws }: { aws: AwsTrust }) {
  const intl = useIntl();
  const say = (id: `aws.${'step1' | 'step1About' | 'step2' | 'step2About' | 'externalId'}`) =>
    intl.formatMessage({ id });
  return (
    <div className={stack}>
      <h3 className={heading}>{say('aws.step1')}</h3>
      <p className={text}>{say('aws.step1About')}</p>
      <CodeBlock text={aws.trustPolicy} label={intl.formatMessage({ id: 'aws.trustPolicy' })} />
      <Facts
        rows={[
          [
            'aws.externalId',
            <CopyText
              key="externalId"
              text={aws.externalId}
              label={say('aws.externalId')}
              max={Number.POSITIVE_INFINITY}
            />,
          ],
        ]}
      />
      <h3 className={heading}>{say('aws.step2')}</h3>
      <p className={text}>{say('aws.step2About')}</p>
      <CodeBlock
        text={aws.permissionsPolicy}
        label={intl.formatMessage({ id: 'aws.permissionsPolicy' })}
      />
    </div>
  );
}
