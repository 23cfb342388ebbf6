import { Link } from 'react-router';
import { useText } from '../texts/use-text.ts';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Any address that the app does not know. */
export default function NotFoundPage() {
  const t = useText();
  return (
    <div className="empty">
      <PageHeading>{t('notFound.title')}</PageHeading>
      <p>{t('notFound.text')}</p>
      <Link to="/" className="button button-primary">
        {t('notFound.home')}
      </Link>
    </div>
  );
}
