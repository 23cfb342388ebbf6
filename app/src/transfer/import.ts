import { endpoint } from '../http/endpoint.ts';
import { orProblem, tooManyReply } from '../recipes/one.ts';
import { restored, transferFile } from './schemas.ts';
import type { TransferService } from './service.ts';

export function importAll(transfer: TransferService) {
  return endpoint(
    {
      method: 'post',
      path: '/api/import',
      operationId: 'importAll',
      summary: 'Add what is in a file of GET /api/export and not here yet',
      tag: 'transfer',
      signedIn: true,
      body: transferFile,
      replies: { 200: { description: 'What was added', schema: restored }, ...tooManyReply },
    },
    async ({ userId, body }) => ({
      status: 200,
      body: await orProblem(transfer.restore(userId, body)),
    }),
  );
}
