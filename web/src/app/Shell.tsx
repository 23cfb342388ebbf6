import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { OfflineNotice } from '../offline/OfflineNotice.tsx';
import { useText } from '../texts/use-text.ts';
import { PageLoading } from '../ui/Loading.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Header } from './Header.tsx';
import './shell.css';

/** What stands around every page: the way past the header, the header, the page's place, and messages. */
export function Shell() {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip-link" href="#content">
        {t('common.skip')}
      </a>
      <Header />
      <OfflineNotice />
      <main id="content" tabIndex={-1} className="content">
        <CrashBoundary path={pathname}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
      <Toasts />
    </>
  );
}
