import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageLoading } from '../ui/Loading.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Header } from './Header.tsx';
import './shell.css';

/** What stands around every page: the way past the header, the header, and the page's place. */
export function Shell() {
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header />
      <main id="content" tabIndex={-1} className="content">
        <CrashBoundary path={pathname}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
    </>
  );
}
