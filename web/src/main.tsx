import './early/early.ts';
// Before all others: of two rules for the same, the later file would win.
import './ui/theme.css';
import './ui/base.css';
import './ui/ui.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App, routes } from './app/App.tsx';
import { preloadPage } from './app/preload-page.ts';
import { recallSession } from './auth/keep-session.ts';
import { firstAnswer } from './early/begun.ts';
import { startOffline } from './offline/start.ts';
import { startTelemetry } from './telemetry/start.ts';
import { currentLanguage } from './texts/i18n.ts';
import { tellChosenLanguage } from './texts/language.ts';
import { loadTexts } from './texts/load-texts.ts';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with the id "root" to show the app in.');
}

/** Lets the browser do what else waits, such as a touch: what it does at once it cannot interrupt. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

tellChosenLanguage();
/** Whether the app has put a recipe into the page. */
const isFilled = root.querySelector('article.recipe') !== null;

const load = async () => {
  await nextTask();
  await Promise.all([loadTexts('common'), preloadPage(routes, location.pathname)]);
  // What can be read is not taken away before there is something to put in its place.
  if (isFilled) await firstAnswer();
};
const tellNotLoaded = (error: unknown) => {
  // The build puts it into every page, in its language.
  const notice = document.getElementById('not-loaded');
  // A recipe that stands in the page can still be read.
  if (notice) root[isFilled ? 'prepend' : 'replaceChildren'](notice);
  notice?.removeAttribute('hidden');
  throw error;
};
/** The module itself awaits nothing: it is in one chunk with what the pages import, so they would wait for one another. */
const start = async () => {
  startTelemetry();
  await nextTask();
  recallSession();
  startOffline();
  await load().catch(tellNotLoaded);
  document.documentElement.lang = currentLanguage();
  // In slices, which a touch may come between.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
};
// What goes wrong is on the page by then; reports of errors hear of it as of a promise that nobody waits for.
void start();
