import { Link, NavLink } from 'react-router';
import { session } from '../auth/session.ts';
import { useSession } from '../auth/use-session.ts';
import { BookMark } from '../ui/BookMark.tsx';
import { PageLink } from './PageLink.tsx';

/** The name of the app, the main places, and who is signed in. */
export function Header() {
  const { user } = useSession();
  return (
    <header className="header">
      <div className="header-inner">
        <Link to={user ? '/recipes' : '/'} className="brand">
          <BookMark />
          <span>Recipe Book</span>
        </Link>
        {user ? (
          <>
            <nav className="nav" aria-label="Main">
              <NavLink to="/recipes" end className="nav-link">
                Recipes
              </NavLink>
              <PageLink page="recipeNew" to="/recipes/new" className="button button-primary">
                Add recipe
              </PageLink>
            </nav>
            <div className="account">
              <span className="account-name" title={user.email}>
                {user.name}
              </span>
              <button type="button" className="button-quiet" onClick={() => session.signOut()}>
                Sign out
              </button>
            </div>
          </>
        ) : (
          <nav className="nav" aria-label="Main">
            <PageLink page="signIn" to="/sign-in" className="nav-link">
              Sign in
            </PageLink>
          </nav>
        )}
      </div>
    </header>
  );
}
