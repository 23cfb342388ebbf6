import { NavLink, type NavLinkProps } from 'react-router';
import { type PageName, pages } from './pages.ts';

interface PageNavLinkProps extends Omit<NavLinkProps, 'className'> {
  /** The page that the link opens; its code is fetched as soon as a visit looks likely. */
  page: PageName;
  className: string;
}

/** A PageLink that says (`aria-current`) when its place is the one that is shown. */
export function PageNavLink({ page, ...props }: PageNavLinkProps) {
  const { preload } = pages[page];
  return <NavLink {...props} onPointerEnter={preload} onFocus={preload} onTouchStart={preload} />;
}
