import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../auth/use-session.ts';
import type { TextKey } from '../texts/keys.ts';
import { useText } from '../texts/use-text.ts';
import {
  CollectionsIcon,
  Icon,
  PlanIcon,
  PlusIcon,
  RecipesIcon,
  ShoppingIcon,
} from '../ui/icons.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PageLink } from './PageLink.tsx';
import { WelcomeArt } from './WelcomeArt.tsx';
import './welcome.css';

/** What one can do here. */
const features: readonly { icon: ReactNode; title: TextKey; text: TextKey }[] = [
  { icon: <PlusIcon />, title: 'welcome.collect.title', text: 'welcome.collect.text' },
  { icon: <RecipesIcon />, title: 'welcome.cook.title', text: 'welcome.cook.text' },
  { icon: <PlanIcon />, title: 'welcome.plan.title', text: 'welcome.plan.text' },
  { icon: <ShoppingIcon />, title: 'welcome.shop.title', text: 'welcome.shop.text' },
  { icon: <ShareIcon />, title: 'welcome.share.title', text: 'welcome.share.text' },
  { icon: <CollectionsIcon />, title: 'welcome.own.title', text: 'welcome.own.text' },
];

/** What people see who are not signed in. */
export default function WelcomePage() {
  const t = useText();
  const { user } = useSession();
  if (user) return <Navigate to="/recipes" replace />;
  return (
    <div className="welcome">
      <div className="welcome-top">
        <div className="welcome-text">
          <PageHeading title={t('welcome.tab')}>{t('welcome.title')}</PageHeading>
          <p className="lead">{t('welcome.lead')}</p>
          <p className="welcome-actions">
            <PageLink page="register" to="/register" className="button button-primary">
              {t('welcome.register')}
            </PageLink>
            <PageLink page="signIn" to="/sign-in" className="button">
              {t('nav.signIn')}
            </PageLink>
          </p>
        </div>
        <WelcomeArt />
      </div>
      <ul className="welcome-features">
        {features.map(({ icon, title, text }) => (
          <li key={title}>
            <span className="welcome-icon">{icon}</span>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ul>
      <div className="welcome-end">
        <p className="welcome-end-title">{t('welcome.end')}</p>
        <PageLink page="register" to="/register" className="button button-primary">
          {t('welcome.register')}
        </PageLink>
      </div>
    </div>
  );
}

function ShareIcon() {
  return (
    <Icon>
      <path d="M12 15V3.5M7.5 7.5L12 3l4.5 4.5M6 11H5a1 1 0 0 0-1 1v7.5a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1V12a1 1 0 0 0-1-1h-1" />
    </Icon>
  );
}
