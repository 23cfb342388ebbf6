import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../auth/use-session.ts';
import type { TextKey } from '../texts/keys.ts';
import { useText } from '../texts/use-text.ts';
import { BookMark } from '../ui/BookMark.tsx';
import {
  AccountIcon,
  CollectionsIcon,
  PlanIcon,
  PlusIcon,
  RecipesIcon,
  ShoppingIcon,
} from '../ui/icons.tsx';
import { PageLink } from './PageLink.tsx';
import { PageNavLink } from './PageNavLink.tsx';
import type { PageName } from './pages.ts';

/** The main places: along the top of wide screens, at the thumb's reach on narrow ones. */
const places: { page: PageName; to: string; text: TextKey; icon: ReactNode }[] = [
  { page: 'recipeList', to: '/recipes', text: 'nav.recipes', icon: <RecipesIcon /> },
  { page: 'plan', to: '/plan', text: 'nav.plan', icon: <PlanIcon /> },
  { page: 'shoppingLists', to: '/shopping', text: 'nav.shopping', icon: <ShoppingIcon /> },
  { page: 'collections', to: '/collections', text: 'nav.collections', icon: <CollectionsIcon /> },
];

/** The name of the app, the main places, and who is signed in. */
export function Header() {
  const t = useText();
  const { user } = useSession();
  return (
    <header className="header">
      <div className="header-inner">
        <Link to={user ? '/recipes' : '/'} className="brand">
          <BookMark />
          <span>{t('common.appName')}</span>
        </Link>
        {user ? (
          <>
            <nav className="places" aria-label={t('nav.main')}>
              {places.map(({ text, icon, ...link }) => (
                <PageNavLink key={link.to} {...link} className="place">
                  {icon}
                  <span>{t(text)}</span>
                </PageNavLink>
              ))}
            </nav>
            <PageLink page="recipeNew" to="/recipes/new" className="button button-primary add">
              <PlusIcon />
              <span className="add-text">{t('nav.addRecipe')}</span>
            </PageLink>
            <PageNavLink page="account" to="/account" className="button-icon" title={user.name}>
              <AccountIcon />
              <span className="visually-hidden">{t('nav.account')}</span>
            </PageNavLink>
          </>
        ) : (
          <nav aria-label={t('nav.main')}>
            <PageLink page="signIn" to="/sign-in" className="button">
              {t('nav.signIn')}
            </PageLink>
          </nav>
        )}
      </div>
    </header>
  );
}
