/** Downloads what proves everything that was done for an organization; says how to verify it. */
import { Button, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { LOCALES } from '../../intl/locale.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Panel } from '../../ui/Panel.tsx';
import {
  checkpointsAddress,
  isRangeWrong,
  KEYS_ADDRESS,
  packAddress,
  type EvidenceRange,
} from './evidenceAddress.ts';
import { EvidenceOutcome } from './EvidenceOutcome.tsx';
import { useEvidenceDownload } from './useEvidenceDownload.ts';
import { fromBase } from '../../routing/basePath.ts';

const text = style({ font: 'body-sm', margin: 0, maxWidth: 720 });
const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 });
const choice = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const list = style({
  font: 'body-sm',
  margin: 0,
  paddingStart: 24,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  overflowWrap: 'anywhere',
});
const steps = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });
const wrong = style({ font: 'ui-sm', color: 'negative-1000', margin: 0 });

/** In the order in which the pack lists them. */
const FILES = ['report', 'history', 'runs', 'submissions', 'evidence', 'manifest'] as const;

const VERIFY = `curl -fsSo keys.json ${location.origin}${fromBase(KEYS_ADDRESS)}
npx keyway evidence verify FILE.zip --keys keys.json`;

export interface EvidencePanelProps {
  organizationId: string;
}

/** Its texts are those of administration: whoever shows it loads them. */
export function EvidencePanel({ organizationId }: EvidencePanelProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const [range, setRange] = useState<EvidenceRange>({});
  const [language, setLanguage] = useState(locale);
  const download = useEvidenceDownload();
  const isWrong = isRangeWrong(range);
  return (
    <div id="evidence">
      <Panel title={intl.formatMessage({ id: 'evidence.title' })}>
        <p className={text}>{intl.formatMessage({ id: 'evidence.text' })}</p>
        <div className={row}>
          <DayField
            label={intl.formatMessage({ id: 'evidence.since' })}
            value={range.since}
            onChange={(since) => setRange({ ...range, since })}
          />
          <DayField
            label={intl.formatMessage({ id: 'evidence.until' })}
            value={range.until}
            onChange={(until) => setRange({ ...range, until })}
          />
          <span className={choice}>
            {/* It is in the button's name too. */}
            <span aria-hidden="true">{intl.formatMessage({ id: 'evidence.language' })}</span>
            <ChoiceMenu
              label={intl.formatMessage({ id: 'evidence.language' })}
              isQuiet={false}
              choices={LOCALES.map((id) => ({
                id,
                name: intl.formatMessage({ id: `evidence.language.${id}` }),
              }))}
              selected={language}
              onChoose={setLanguage}
            />
          </span>
        </div>
        <p className={isWrong ? wrong : text} role={isWrong ? 'alert' : undefined}>
          {intl.formatMessage({ id: isWrong ? 'evidence.rangeWrong' : 'evidence.rangeText' })}
        </p>
        <div data-print="hidden">
          <Button
            variant="secondary"
            isPending={download.state === 'asking'}
            isDisabled={isWrong}
            onPress={() => void download.start(packAddress(organizationId, range, language))}
          >
            {intl.formatMessage({ id: 'evidence.download' })}
          </Button>
        </div>
        <EvidenceOutcome download={download} />
        <Disclosure
          show={intl.formatMessage({ id: 'evidence.showFiles' })}
          hide={intl.formatMessage({ id: 'evidence.hideFiles' })}
        >
          <ul className={list}>
            {FILES.map((file) => (
              <li key={file}>{intl.formatMessage({ id: `evidence.file.${file}` })}</li>
            ))}
          </ul>
        </Disclosure>
        <Disclosure
          show={intl.formatMessage({ id: 'evidence.showVerify' })}
          hide={intl.formatMessage({ id: 'evidence.hideVerify' })}
        >
          <div className={steps}>
            <p className={text}>{intl.formatMessage({ id: 'evidence.verifyText' })}</p>
            <CodeBlock text={VERIFY} label={intl.formatMessage({ id: 'evidence.commands' })} />
            <p className={text}>{intl.formatMessage({ id: 'evidence.keep' })}</p>
            <div className={row}>
              <Link href={KEYS_ADDRESS} target="_blank">
                {intl.formatMessage({ id: 'evidence.keys' })}
              </Link>
              <Link href={checkpointsAddress(organizationId)} target="_blank">
                {intl.formatMessage({ id: 'evidence.checkpoints' })}
              </Link>
            </div>
          </div>
        </Disclosure>
      </Panel>
    </div>
  );
}
