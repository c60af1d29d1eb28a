/** Chooses what a webhook gets, with what each event means and the body that its receiver gets. */
import { useQuery } from '@apollo/client/react';
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { toFieldProps, type UserError } from '../../apollo/userErrors.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import {
  coveredTypes,
  EVERY_EVENT,
  groupEvents,
  isChosen,
  withoutCovered,
  type EventChoice,
} from './eventChoices.ts';
import { WEBHOOK_EVENTS } from './webhookDocuments.ts';

const WHICH = ['all', 'some'] as const;

const about = style({ font: 'ui-sm', color: 'neutral-subdued', marginStart: 24, marginBottom: 8 });
const list = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });
const name = style({ font: 'code-sm', margin: 0, marginBottom: 4 });
const text = style({ font: 'body-sm', margin: 0, marginBottom: 4 });

interface EventFieldsProps {
  value: readonly string[];
  errors: readonly UserError[];
  onChange: (events: string[]) => void;
}

export function EventFields({ value, errors, onChange }: EventFieldsProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { data, error, refetch } = useQuery(WEBHOOK_EVENTS, { variables: { locale } });
  const isAll = value.includes(EVERY_EVENT);
  const what = intl.formatMessage({ id: 'webhooks.eventsFailed' });
  const events = data?.webhookEvents ?? [];
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'webhooks.events' })}
        value={isAll ? 'all' : 'some'}
        onChange={chooseFrom(WHICH, (which) => onChange(which === 'all' ? [EVERY_EVENT] : []))}
      >
        <Radio value="all">{intl.formatMessage({ id: 'webhooks.everyEvent' })}</Radio>
        <Radio value="some">{intl.formatMessage({ id: 'webhooks.someEvents' })}</Radio>
      </RadioGroup>
      {!data && error ? (
        <ErrorState what={what} error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <ListSkeleton rows={isAll ? 1 : 6} columns={1} /> : null}
      {data && !isAll ? (
        <Choices events={events} value={value} errors={errors} onChange={onChange} />
      ) : null}
      <Examples events={events.filter(({ type }) => isChosen(value, type))} />
    </>
  );
}

interface ChoicesProps extends EventFieldsProps {
  events: readonly EventChoice[];
}

function Choices({ events: all, value, errors, onChange }: ChoicesProps) {
  const intl = useIntl();
  return (
    <CheckboxGroup
      label={intl.formatMessage({ id: 'webhooks.chosenEvents' })}
      isRequired
      value={[...value, ...coveredTypes(value, all)]}
      onChange={(chosen) => onChange(withoutCovered(chosen))}
      {...toFieldProps(errors, 'events')}
    >
      {groupEvents(all).map(({ pattern, events }) => (
        <Fragment key={pattern}>
          {events.length > 1 ? (
            <Checkbox value={pattern}>
              {intl.formatMessage({ id: 'webhooks.eventGroup' }, { pattern })}
            </Checkbox>
          ) : null}
          {events.map(({ type, description }) => (
            <div key={type}>
              <Checkbox value={type} isDisabled={value.includes(pattern)}>
                {type}
              </Checkbox>
              <div className={about}>{description}</div>
            </div>
          ))}
        </Fragment>
      ))}
    </CheckboxGroup>
  );
}

/** Of what is chosen. */
function Examples({ events }: { events: readonly EventChoice[] }) {
  const intl = useIntl();
  if (events.length === 0) return null;
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'webhooks.showExamples' }, { count: events.length })}
      hide={intl.formatMessage({ id: 'webhooks.hideExamples' }, { count: events.length })}
    >
      <div className={list}>
        {events.map(({ type, description, example }) => (
          <div key={type}>
            <h3 className={name}>{type}</h3>
            <p className={text}>{description}</p>
            <CodeBlock
              text={prettyJson(example)}
              label={intl.formatMessage({ id: 'webhooks.example' }, { event: type })}
            />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

const prettyJson = (json: string): string => JSON.stringify(JSON.parse(json), null, 2);
