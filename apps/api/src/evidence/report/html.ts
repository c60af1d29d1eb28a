/** Small pieces of HTML. What is text is escaped here and nowhere else. */
import { escape } from '../../signIn/htmlPage.ts';

/** HTML that needs no escaping. */
export interface Html {
  html: string;
}

/** Text, or HTML that was made here. */
export type Content = string | Html | readonly (string | Html)[];

const inner = (content: Content): string => {
  if (typeof content === 'string') return escape(content);
  return 'html' in content ? content.html : content.map(inner).join('');
};

export const element = (name: string, content: Content, className = ''): Html => ({
  html: `<${name}${className ? ` class="${className}"` : ''}>${inner(content)}</${name}>`,
});

export const BREAK: Html = { html: '<br>' };

export const code = (text: string): Html => element('code', text);

/** Terms with what they are; those that are null are left out. */
export const terms = (rows: readonly (readonly [string, Content | null])[]): Html =>
  element(
    'dl',
    rows.flatMap(([term, value]) =>
      value === null ? [] : [element('dt', term), element('dd', value)],
    ),
  );

interface Column {
  title: string;
  className?: string;
}

export function table(columns: readonly Column[], rows: readonly (readonly Content[])[]): Html {
  const head = columns.map(({ title, className }) => element('th', title, className));
  const body = rows.map((cells) =>
    element(
      'tr',
      cells.map((cell) => element('td', cell)),
    ),
  );
  return element('table', [element('thead', element('tr', head)), element('tbody', body)]);
}
