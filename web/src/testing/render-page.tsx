import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { Toasts } from '../ui/Toasts.tsx';
import './jsdom-gaps.ts';
import { loadAllTexts } from './texts.ts';

/** Where the page is: the address that is open, and the route's pattern where the page reads parameters of it. */
interface Place {
  at?: string;
  pattern?: string;
}

/** Renders a page or a part of one as the app would, with texts, cache, address and messages. */
export function renderPage(page: ReactNode, { at = '/', pattern = '*' }: Place = {}) {
  loadAllTexts();
  const client = createQueryClient();
  const user = userEvent.setup();
  const view = render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path={pattern} element={page} />
          <Route path="*" element={<p>another page</p>} />
        </Routes>
      </MemoryRouter>
      <Toasts />
    </QueryClientProvider>,
  );
  return { ...view, user, client };
}
