import { endpoint } from '../http/endpoint.ts';
import { transferFile } from './schemas.ts';
import type { TransferService } from './service.ts';

export function exportAll(transfer: TransferService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/export',
      operationId: 'exportAll',
      summary: 'Everything that you have, as one file',
      tag: 'transfer',
      signedIn: true,
      replies: { 200: { description: 'A file for POST /api/import', schema: transferFile } },
    },
    async ({ userId }) => ({
      status: 200,
      body: await transfer.export(userId),
      headers: { 'Content-Disposition': 'attachment; filename="recipe-book.jsonld"' },
    }),
  );
}
