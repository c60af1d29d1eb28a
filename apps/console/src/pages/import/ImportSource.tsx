/** The list to import, and which values each of its columns can have. */
import { Button } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { toCsv } from '../../features/export/csv.ts';
import { CLOUDS, REGIONS, SHIELDS } from '../../features/organization/organizationChoices.ts';
import { CsvSource } from '../../ui/CsvSource.tsx';
import { saveAs } from '../../ui/saveAs.ts';

const SAMPLE =
  'name,imsOrgId,cloud,region,shield,ownsCja,azureTenantId,aepKeyIdentifier\nContoso,0123456789ABCDEF01234567@AdobeOrg,AZURE,VA7,HEALTHCARE_SHIELD,true,11111111-1111-4111-8111-111111111111,https://contoso-cmk.vault.azure.net/keys/aep';

interface ImportSourceProps {
  isPending: boolean;
  onContent: (text: string) => void;
}

export function ImportSource(props: ImportSourceProps) {
  const intl = useIntl();
  const required = (text: string) => intl.formatMessage({ id: 'import.column.required' }, { text });
  const columns: readonly [name: string, meaning: string][] = [
    ['name', required(intl.formatMessage({ id: 'import.column.name' }))],
    ['imsOrgId', required(intl.formatMessage({ id: 'import.column.imsOrgId' }))],
    ['shield', required(SHIELDS.join(' · '))],
    [
      'cloud',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: CLOUDS.join(' · '), value: 'AZURE' },
      ),
    ],
    [
      'region',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: REGIONS.join(' · '), value: 'VA7' },
      ),
    ],
    [
      'ownsCja',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: 'true · false', value: 'false' },
      ),
    ],
    ['azureTenantId', intl.formatMessage({ id: 'import.column.tenant' })],
    ['aepKeyIdentifier', intl.formatMessage({ id: 'import.column.aepKey' })],
    ['cjaKeyIdentifier', intl.formatMessage({ id: 'import.column.cjaKey' })],
    ['aepVaultResourceId', intl.formatMessage({ id: 'import.column.vault' })],
    ['cjaVaultResourceId', intl.formatMessage({ id: 'import.column.vault' })],
  ];
  return (
    <>
      <CsvSource columns={columns} sample={SAMPLE} {...props} />
      <div>
        <Button
          variant="secondary"
          onPress={() =>
            saveAs(
              'organizations.csv',
              toCsv(
                columns.map(([name]) => name),
                [],
              ),
            )
          }
        >
          {intl.formatMessage({ id: 'import.template' })}
        </Button>
      </div>
    </>
  );
}
