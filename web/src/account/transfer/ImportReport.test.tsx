/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { ImportReport } from './ImportReport.tsx';

test('tells what was added, what was not, and why', () => {
  const added = { profile: 0, recipes: 12, collections: 1, mealPlans: 0, shoppingLists: 2 };
  const problems = [{ item: 'urn:x', message: 'It was left out: title is missing.' }];
  renderPage(<ImportReport result={{ added, skipped: 3, problems }} />);
  expect(screen.getByText('Added: 12 recipes, 1 collection, and 2 shopping lists.')).toBeTruthy();
  expect(screen.getByText(/^3 things were there already/)).toBeTruthy();
  expect(screen.getByText('It was left out: title is missing.')).toBeTruthy();
});

test('says so when there was nothing new', () => {
  renderPage(<ImportReport result={{ added: {}, skipped: 0, problems: [] }} />);
  expect(screen.getByText('Nothing new was in the file.')).toBeTruthy();
});
