import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { transferFile } from './schemas.ts';
import type { TransferService } from './service.ts';

const type = 'application/ld+json';

export function exportAll(transfer: TransferService, events: Events) {
  return endpoint(
    {
      method: 'get',
      path: '/api/export',
      operationId: 'exportAll',
      summary: 'Everything that you have, as one file',
      tag: 'transfer',
      signedIn: true,
      replies: { 200: { description: 'A file for POST /api/import', type, schema: transferFile } },
    },
    ({ userId }) => {
      events.record('data.exported', { userId });
      const name = `recipe-book-${new Date().toISOString().slice(0, 10)}.jsonld`;
      return {
        status: 200,
        content: { type, data: () => transfer.export(userId) },
        headers: { 'Content-Disposition': `attachment; filename="${name}"` },
      };
    },
  );
}
