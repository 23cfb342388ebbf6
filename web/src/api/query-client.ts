import { QueryClient } from '@tanstack/react-query';
import { retryDelay, shouldRetryRead, shouldRetryWrite } from './retry-policy.ts';

const minute = 60_000;

/** Makes the cache of what the server said: fresh for five minutes, dropped after thirty unused. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * minute,
        gcTime: 30 * minute,
        // A browser's idea of being offline is often wrong: try, and show the error there is.
        networkMode: 'always',
        retry: shouldRetryRead,
        retryDelay: (failures, error) => retryDelay(failures, error),
      },
      mutations: {
        networkMode: 'always',
        retry: (failures, error) => shouldRetryWrite(failures, error),
        retryDelay: (failures, error) => retryDelay(failures, error),
      },
    },
  });
}
