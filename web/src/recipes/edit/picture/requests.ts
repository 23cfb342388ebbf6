import { api } from '../../../api/api.ts';
import { ApiError } from '../../../api/api-error.ts';
import { toApiError } from '../../../api/problem.ts';
import { uploadFile } from '../../../api/upload.ts';
import { withToken } from '../../../auth/with-token.ts';
import type { Recipe } from '../../recipe.ts';

/** As long as fetching, waiting and decoding may take, ms. */
const fetchTimeout = 60_000;
/** The server takes so long a body, and the picture is decoded afterwards, ms. */
const sendTimeout = 120_000;

const pathOf = ({ id }: Pick<Recipe, 'id'>) => `/api/recipes/${encodeURIComponent(id)}/image`;

/** The picture at an address of another site, as it would be kept. */
export async function fetchPicture(url: string, signal?: AbortSignal): Promise<Blob> {
  const timeout = AbortSignal.timeout(fetchTimeout);
  try {
    const response = await withToken((token) =>
      fetch('/api/recipes/import/image', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization(token) },
        body: JSON.stringify({ url }),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      }),
    );
    if (!response.ok) throw toApiError(response, await response.text());
    return await response.blob();
  } catch (error) {
    if (error instanceof ApiError || signal?.aborted) throw error;
    throw new ApiError({ kind: timeout.aborted ? 'timeout' : 'offline', status: 0 });
  }
}

/**
 * Gives a recipe a picture.
 * @param onProgress is told how much of it is sent, from 0 to 1.
 */
export function sendPicture(
  recipe: Recipe,
  picture: Blob,
  onProgress: (sent: number) => void,
): Promise<Recipe> {
  return uploadFile<Recipe>({
    method: 'PUT',
    path: pathOf(recipe),
    body: picture,
    type: picture.type,
    ifMatch: recipe.version,
    timeoutMs: sendTimeout,
    onProgress,
  });
}

/** Takes the picture of a recipe away. */
export function removePicture(recipe: Recipe): Promise<Recipe> {
  return api<Recipe>('DELETE', pathOf(recipe), { ifMatch: recipe.version });
}

function authorization(token: string | null): { authorization?: string } {
  return token ? { authorization: `Bearer ${token}` } : {};
}
