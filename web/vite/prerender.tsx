/** What an address shows before its script and data are there, as HTML: the page's own frame and grey shapes. */
import type { Messages } from '@lingui/core';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter, Route, type RouteObject, Routes } from 'react-router';
import { routes } from '../src/app/App.tsx';
import { NoScript } from '../src/app/NoScript.tsx';
import type { PageName } from '../src/app/pages.ts';
import { pages } from '../src/app/pages.ts';
import { isSignedInArea, pageOf } from '../src/app/preload-page.ts';
import { Shell } from '../src/app/Shell.tsx';
import WelcomePage from '../src/app/WelcomePage.tsx';
import { session } from '../src/auth/session.ts';
import { RecipeListFrame } from '../src/recipes/list/RecipeListLoading.tsx';
import { RecipeTemplate } from '../src/recipes/view/RecipeTemplate.tsx';
import { RecipeViewLoading } from '../src/recipes/view/RecipeViewLoading.tsx';
import { addTexts, translate } from '../src/texts/i18n.ts';
import { type Language, languages } from '../src/texts/language.ts';
import { PageLoading } from '../src/ui/Loading.tsx';

/** One address, with what stands there. */
export interface Address {
  /** As routes have it: `/recipes/:id`. */
  readonly pattern: string;
  readonly page: PageName;
  /** Whose texts the page shows. */
  readonly areas: readonly string[];
  readonly signedIn: boolean;
}

export { languages };

/** Every address of the app but `*`. */
export const addresses: readonly Address[] = addressesOf(routes, '', false);

/** Pages whose first picture is not the usual one. */
const firstPictures: Partial<Record<PageName, ReactNode>> = {
  welcome: <WelcomePage />,
  recipeList: <RecipeListFrame />,
  recipeView: <RecipeViewLoading />,
};

const texts = import.meta.glob<Messages>('../src/texts/*/*.json', {
  eager: true,
  import: 'default',
});

/** An address, or one at which any page may stand. */
type Place = Pick<Address, 'pattern' | 'signedIn'> & Partial<Address>;

/** @param place undefined for an address that is not known. */
export function prerender(place: Place | undefined, language: Language): string {
  return framed((place?.page && firstPictures[place.page]) ?? <PageLoading />, place, language);
}

function framed(picture: ReactNode, place: Place | undefined, language: Language): string {
  addAllTexts(language);
  if (place?.signedIn) session.recall({ id: '', email: '', name: '' });
  else session.end('signed-out');
  return renderToStaticMarkup(
    <MemoryRouter initialEntries={[place?.pattern.replaceAll(':', '') ?? '/unknown']}>
      <Routes>
        <Route element={<Shell />}>
          <Route path="*" element={picture} />
        </Route>
      </Routes>
    </MemoryRouter>,
  );
}

/** The page of a recipe with places for its text, for signed-in people. */
export function recipeTemplate(language: Language): string {
  return framed(<RecipeTemplate />, { pattern: '/recipes/:id', signedIn: true }, language);
}

/** What shows instead of the frame when the app cannot start: by then it may have no texts. */
export function notLoaded(language: Language): string {
  addAllTexts(language);
  return renderToStaticMarkup(
    <div id="not-loaded" hidden>
      <div className="notice notice-error" role="alert">
        <p className="notice-title">{translate('crash.title')}</p>
        <p>{translate('crash.text')}</p>
        {/* biome-ignore lint/a11y/useValidAnchor: this very page, which needs no script */}
        <a className="button" href="">
          {translate('crash.reload')}
        </a>
      </div>
    </div>,
  );
}

/** What stands above the page in a browser that runs no scripts. */
export function noScript(language: Language): string {
  addAllTexts(language);
  return renderToStaticMarkup(<NoScript />);
}

function addAllTexts(language: Language): void {
  for (const [path, messages] of Object.entries(texts)) {
    if (path.includes(`/${language}/`)) addTexts(language, messages);
  }
}

function addressesOf(all: readonly RouteObject[], above: string, signedIn: boolean): Address[] {
  return all.flatMap((route) => {
    if (route.path === '*') return [];
    const pattern = route.path === undefined ? above : `${above}/${route.path}`;
    const page = pageOf(route);
    const below = addressesOf(route.children ?? [], pattern, signedIn || isSignedInArea(route));
    const own = page && { pattern: pattern || '/', page, areas: pages[page].areas, signedIn };
    return own ? [own, ...below] : below;
  });
}
