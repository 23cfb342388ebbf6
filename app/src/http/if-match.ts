import { z } from 'zod';
import type { Expected } from '../database/versions.ts';

/** The header of a change that holds only for a version that the client knows. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .max(1000)
    .optional()
    .meta({ description: 'The ETag of what the change is meant for; else 412' }),
});

/**
 * The versions that `If-Match` names (RFC 9110, 13.1.1). Weak tags count too: a proxy that
 * compresses makes them, and a version is the same however it was sent. So do tags that `etagOf`
 * made of a version and more: the change is to the thing, not to what is shown with it.
 */
export function expectedVersions(header: z.output<typeof ifMatch>): Expected {
  const text = header['if-match']?.trim();
  if (text === undefined || text === '*') return undefined;
  return [...text.matchAll(/"(\d{1,9})(?:\+[\w-]+)?"/g)].map(([, version]) => Number(version));
}

/** What the documentation says of changes that others get in the way of. */
export const busyReply = { 409: { description: 'Others are changing it all the time' } } as const;

/** The same, for changes that may be meant for a version. */
export const changedReply = {
  ...busyReply,
  412: { description: 'It is not in the version of `If-Match`' },
} as const;
