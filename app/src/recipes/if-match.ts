import { z } from 'zod';
import type { Expected } from './service.ts';

/** The header of a change that holds only for a version that the client knows. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .max(1000)
    .optional()
    .meta({ description: 'The ETag of the recipe that the change is meant for; else 412' }),
});

/**
 * The versions that `If-Match` names (RFC 9110, 13.1.1). Weak tags count too: a proxy that
 * compresses makes them, and a version is the same however it was sent.
 */
export function expectedVersions(header: z.output<typeof ifMatch>): Expected {
  const text = header['if-match']?.trim();
  if (text === undefined || text === '*') return undefined;
  return [...text.matchAll(/"(\d{1,9})"/g)].map(([, version]) => Number(version));
}
