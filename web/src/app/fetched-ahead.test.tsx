/** @jest-environment jest-fixed-jsdom */
import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { fetchedAhead } from './fetched-ahead.tsx';

const Soup = () => <p>Soup</p>;

test('what was fetched before shows at once, without a place holder', async () => {
  const { Component, load } = fetchedAhead(async () => Soup);
  await load();
  render(
    <Suspense fallback="Loading">
      <Component />
    </Suspense>,
  );
  expect(screen.queryByText('Loading')).toBeNull();
  expect(screen.getByText('Soup')).toBeTruthy();
});

test('what was not is fetched when it is shown', async () => {
  const { Component } = fetchedAhead(async () => Soup);
  render(
    <Suspense fallback="Loading">
      <Component />
    </Suspense>,
  );
  expect(screen.getByText('Loading')).toBeTruthy();
  expect(await screen.findByText('Soup')).toBeTruthy();
});

test('a fetch that failed is tried again', async () => {
  const fetch = import.meta.jest.fn(async () => Soup);
  fetch.mockRejectedValueOnce(new Error('offline'));
  const { load } = fetchedAhead(fetch);
  await expect(load()).rejects.toThrow('offline');
  await load();
  await load();
  expect(fetch).toHaveBeenCalledTimes(2);
});
