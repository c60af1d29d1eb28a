/** Sets the tab’s title, the most specific part first: "Contoso · Blocked at Key · Keyway". */
import { useEffect } from 'react';

export function usePageTitle(...parts: (string | null | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Keyway'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
