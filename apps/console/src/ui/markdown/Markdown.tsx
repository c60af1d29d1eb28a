/**
 * Renders the Markdown subset as elements. There is no HTML in between, so text never becomes
 * markup.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@react-spectrum/s2';
import { parseMarkdown } from './parseMarkdown.ts';
import type { Block, Inline } from './parseMarkdown.ts';
import { CodeBlock } from '../CodeBlock.tsx';
import { useIntl } from 'react-intl';

const flow = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'body-sm',
  minWidth: 0,
});
const paragraph = style({ margin: 0 });
const list = style({
  margin: 0,
  paddingStart: 24,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
});
const nested = style({ display: 'flex', flexDirection: 'column', rowGap: 4, marginTop: 4 });
const code = style({
  font: 'code-sm',
  backgroundColor: 'gray-100',
  borderRadius: 'sm',
  paddingX: 4,
});

export function Markdown({ source }: { source: string }) {
  return (
    <div className={flow}>
      <Blocks blocks={parseMarkdown(source)} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: Block[] }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  const intl = useIntl();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={paragraph}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'heading':
      return (
        <p className={paragraph}>
          <strong>
            <Inlines inlines={block.inlines} />
          </strong>
        </p>
      );
    case 'code':
      return <CodeBlock text={block.text} label={intl.formatMessage({ id: 'run.code' })} />;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Inlines inlines={item.inlines} />
          {item.blocks.length > 0 ? (
            <div className={nested}>
              <Blocks blocks={item.blocks} />
            </div>
          ) : null}
        </li>
      ));
      return block.ordered ? (
        <ol className={list} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul className={list}>{items}</ul>
      );
    }
  }
}

function Inlines({ inlines }: { inlines: Inline[] }) {
  return inlines.map((inline, index) => {
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'code':
        return (
          <code key={index} className={code}>
            {inline.text}
          </code>
        );
      case 'bold':
        return (
          <strong key={index}>
            <Inlines inlines={inline.children} />
          </strong>
        );
      case 'link':
        return (
          <Link key={index} href={inline.href} target="_blank" rel="noreferrer">
            {inline.text}
          </Link>
        );
    }
  });
}
