import { languageOf, notPages, pageFile } from './pages.ts';

const pages = {
  languages: ['en', 'de'],
  addresses: [
    { pattern: '/', page: 'welcome' },
    { pattern: '/recipes/new', page: 'recipeNew' },
    { pattern: '/recipes/:id', page: 'recipeView' },
  ],
};

test.each([
  [['fr', 'de-AT', 'en'], 'de'],
  [['en-GB'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('who reads %j gets %s', (asked, language) => {
  expect(languageOf(pages, asked)).toBe(language);
});

test.each([
  ['/', 'welcome'],
  ['/recipes/new', 'recipeNew'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7', 'recipeView'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7/', 'recipeView'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7/more', 'other'],
  ['/elsewhere', 'other'],
])('%s opens with the page %s', (path, page) => {
  expect(pageFile(pages, 'de', path)).toBe(`/pages/de/${page}.html`);
});

test.each([
  ['/recipes', true],
  ['/recipes/import?url=https://example.com', true],
  ['/recipes?q=1.5', true],
  ['/api/docs', false],
  ['/api?x=1', false],
  ['/shared/0123', false],
  ['/favicon.svg', false],
  ['/manifest.webmanifest?v=2', false],
])('%s is a page: %s', (address, isPage) => {
  expect(!notPages.some((pattern) => pattern.test(address))).toBe(isPage);
});
