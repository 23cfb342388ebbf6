import './early/early.ts';
// Before all others: of two rules for the same, the later file would win.
import './ui/theme.css';
import './ui/base.css';
import './ui/ui.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { readFirstAnswer } from './api/read-first-answer.ts';
import { App, routes } from './app/App.tsx';
import { Drawn } from './app/Drawn.tsx';
import { preloadPage } from './app/preload-page.ts';
import { recallSession } from './auth/keep-session.ts';
import { nextTask } from './next-task.ts';
import { sayNotLoaded } from './not-loaded.ts';
import { startOffline } from './offline/start.ts';
import { startTelemetry } from './telemetry/start.ts';
import { currentLanguage } from './texts/i18n.ts';
import { tellChosenLanguage } from './texts/language.ts';
import { loadTexts } from './texts/load-texts.ts';

tellChosenLanguage();

const load = async (isFilled: boolean) => {
  await nextTask();
  await Promise.all([loadTexts('common'), preloadPage(routes, location.pathname)]);
  // What can be read is not taken away before there is something to put in its place.
  if (isFilled) await readFirstAnswer();
};
/** The module itself awaits nothing: it is in one chunk with what the pages import, so they would wait for one another. */
const start = async () => {
  startTelemetry();
  await nextTask();
  recallSession();
  startOffline();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root" to show the app in.');
  /** Whether the app has put a recipe into the page. */
  const isFilled = root.querySelector('article.recipe') !== null;
  await load(isFilled).catch((error: unknown) => {
    sayNotLoaded();
    throw error;
  });
  document.documentElement.lang = currentLanguage();
  // To draw a recipe and to put it into the page in one task would keep a phone from answering touches.
  const place = isFilled ? document.createElement('div') : root;
  const show = async () => {
    await nextTask();
    place.id = root.id;
    root.replaceWith(place);
  };
  // In slices, which a touch may come between.
  startTransition(() =>
    createRoot(place).render(
      <StrictMode>
        <App />
        {isFilled && <Drawn onDrawn={show} />}
      </StrictMode>,
    ),
  );
};
// What goes wrong is on the page by then; reports of errors hear of it as of a promise that nobody waits for.
void start();
