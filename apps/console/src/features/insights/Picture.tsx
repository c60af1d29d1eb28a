/**
 * A picture that is drawn as wide as its place. It is one image with a name for screen readers;
 * what it shows is in the table below it.
 */
import { useEffect, useRef } from 'react';
import './insights.css';

interface PictureProps {
  label: string;
  draw: (width: number) => Element;
}

const USUAL_WIDTH = 720;
const MIN_WIDTH = 280;

export function Picture({ label, draw }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = place.current;
    if (!node) return undefined;
    let drawn = 0;
    const update = () => {
      const width = Math.max(MIN_WIDTH, node.clientWidth || USUAL_WIDTH);
      if (width === drawn) return;
      drawn = width;
      node.replaceChildren(asImage(draw(width), label));
    };
    const observer = new ResizeObserver(update);
    observer.observe(node);
    update();
    return () => observer.disconnect();
  }, [draw, label]);
  return <div ref={place} className="kw-picture" />;
}

/**
 * Without the style element of the library, which the content security policy refuses, and without
 * its English names of marks, which groups may not have.
 */
function asImage(svg: Element, label: string): Element {
  svg.querySelector('style')?.remove();
  for (const mark of svg.querySelectorAll('[aria-label]')) {
    mark.setAttribute('data-mark', mark.getAttribute('aria-label')!);
    mark.removeAttribute('aria-label');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg;
}
