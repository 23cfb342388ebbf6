import { Link, type LinkProps } from 'react-router';
import { type PageName, pages } from './pages.ts';

interface PageLinkProps extends LinkProps {
  /** The page that the link opens; its code is fetched as soon as a visit looks likely. */
  page: PageName;
}

/** A link that has its page's code ready by the time it is followed. */
export function PageLink({ page, ...props }: PageLinkProps) {
  const { preload } = pages[page];
  return <Link {...props} onPointerEnter={preload} onFocus={preload} onTouchStart={preload} />;
}
