/** The texts of permissions in Azure, which few visits need. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/azurePermissions.en.json';
import es from '../../messages/azurePermissions.es.json';

const TEXTS = { en, es };

export const AzurePermissionTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
