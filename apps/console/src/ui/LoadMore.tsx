/**
 * Loads the next page when the end of a list comes into view; also a button, for keyboards and for
 * retries.
 */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

const box = style({ display: 'flex', justifyContent: 'center', padding: 16 });

interface LoadMoreProps {
  isLoading: boolean;
  onLoad: () => void;
}

export function LoadMore({ isLoading, onLoad }: LoadMoreProps) {
  const intl = useIntl();
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef({ isLoading, onLoad });
  useEffect(() => {
    latest.current = { isLoading, onLoad };
  });
  useEffect(() => {
    if (!end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting) && !latest.current.isLoading)
          latest.current.onLoad();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={end} className={box} data-print="hidden">
      <Button variant="secondary" size="S" isPending={isLoading} onPress={onLoad}>
        {intl.formatMessage({ id: 'list.more' })}
      </Button>
    </div>
  );
}
