import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { orProblem, tooManyReply } from '../recipes/one.ts';
import { importedFile, importQuery, restored } from './schemas.ts';
import type { TransferService } from './service.ts';

/** Each takes some 50 MB of memory at worst; others wait with their bodies unread. */
const atOnce = { all: 4, each: 1 };

/** @param maxBodySize MAX_IMPORT_SIZE, bytes. */
export function importAll(transfer: TransferService, events: Events, maxBodySize: number) {
  return endpoint(
    {
      method: 'post',
      path: '/api/import',
      operationId: 'importAll',
      summary: 'Add what is in a file of GET /api/export and not here yet',
      tag: 'transfer',
      signedIn: true,
      query: importQuery,
      stream: ['application/json', 'application/ld+json'],
      body: importedFile,
      maxBodySize,
      atOnce,
      replies: { 200: { description: 'What was added', schema: restored }, ...tooManyReply },
    },
    async ({ userId, query, body }) => {
      const replaceProfile = query.profile === 'replace';
      const result = await orProblem(transfer.restore(userId, body, { replaceProfile }));
      events.record('data.imported', { userId });
      return { status: 200, body: result };
    },
  );
}
