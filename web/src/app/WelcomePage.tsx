import { Navigate } from 'react-router';
import { useSession } from '../auth/use-session.ts';
import { DishArt } from '../recipes/dish/DishArt.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PageLink } from './PageLink.tsx';
import './welcome.css';

/** What people see who are not signed in. */
export default function WelcomePage() {
  const { user } = useSession();
  if (user) return <Navigate to="/recipes" replace />;
  return (
    <div className="welcome">
      <div className="welcome-text">
        <PageHeading title="Your recipes in one place">
          The recipes you come back to, in one place
        </PageHeading>
        <p className="lead">
          Write a recipe down once, with what goes in and what to do, step by step. Find it again on
          any screen, and cook from a page with nothing in the way.
        </p>
        <p className="welcome-actions">
          <PageLink page="register" to="/register" className="button button-primary">
            Create an account
          </PageLink>
          <PageLink page="signIn" to="/sign-in" className="button">
            Sign in
          </PageLink>
        </p>
      </div>
      <div className="welcome-art" aria-hidden="true">
        <DishArt dish="pot" tone={1} />
        <DishArt dish="bread" tone={2} />
        <DishArt dish="leaf" tone={3} />
        <DishArt dish="cake" tone={4} />
      </div>
    </div>
  );
}
