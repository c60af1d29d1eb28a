/** The tab's title names the thing first: "Contoso · Blocked at Key · Keyway". */
import { useEffect } from 'react';

export function usePageTitle(...parts: (string | null | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Keyway'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
