import type { Restored } from '@recipe-book/app/schemas/transfer';
import { type Upload, uploadFile } from '../../api/upload.ts';

/** Envoy gives a body five minutes; the answer comes soon after. */
const timeoutMs = 310_000;

interface Import extends Pick<Upload, 'signal' | 'onProgress'> {
  file: File;
  /** Whether the name in the file replaces one's own. */
  replaceName: boolean;
}

/**
 * Adds what is in a file to the account.
 * @throws ApiError
 */
export function uploadImport({ file, replaceName, ...upload }: Import): Promise<Restored> {
  return uploadFile<Restored>({
    ...upload,
    method: 'POST',
    path: `/api/import${replaceName ? '?profile=replace' : ''}`,
    body: file,
    type: 'application/ld+json',
    timeoutMs,
  });
}
