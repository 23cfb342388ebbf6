/** @jest-environment jest-fixed-jsdom */
import { render, screen } from '@testing-library/react';
import { ApiError } from '../api/api-error.ts';
import { loadAllTexts } from '../testing/texts.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

const detail = 'The title is missing.';
const error = new ApiError({ kind: 'invalid', status: 400, detail });

test('in German our sentence comes first, and the server’s is marked as English', () => {
  loadAllTexts('de');
  render(<ErrorNotice error={error} />);
  expect(screen.getByText(/nicht so, wie der Server es braucht/)).toBeTruthy();
  expect(screen.getByText(detail).lang).toBe('en');
});

test('in English the server’s own sentence is enough', () => {
  loadAllTexts('en');
  render(<ErrorNotice error={error} />);
  expect(screen.getByText(detail)).toBeTruthy();
  expect(screen.queryByText(/as the server needs it/)).toBeNull();
});
