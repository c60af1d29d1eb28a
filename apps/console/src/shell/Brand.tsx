/** The product's logo and name, with a link to the portfolio. */
import { Link } from '@tanstack/react-router';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { fromBase } from '../routing/basePath.ts';

const brand = style({
  display: { default: 'none', '@media (width >= 700px)': 'flex' },
  alignItems: 'center',
  columnGap: 8,
  font: 'title',
  color: 'neutral',
  textDecoration: 'none',
  paddingX: 12,
  paddingY: 4,
  borderRadius: 'lg',
});

export function Brand() {
  return (
    <Link to="/" className={`${brand} kw-nav-link`}>
      <img src={fromBase('/keyway.svg')} alt="" width={24} height={24} />
      Keyway
    </Link>
  );
}
