import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Any address that the app does not know. */
export default function NotFoundPage() {
  return (
    <div className="empty">
      <PageHeading>Page not found</PageHeading>
      <p>There is nothing at this address. The link may be old, or have a typing mistake.</p>
      <Link to="/recipes" className="button button-primary">
        Go to the recipes
      </Link>
    </div>
  );
}
