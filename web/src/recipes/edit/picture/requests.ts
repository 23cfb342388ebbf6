import { api } from '../../../api/api.ts';
import { ApiError } from '../../../api/api-error.ts';
import { toApiError } from '../../../api/problem.ts';
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
export async function sendPicture(
  recipe: Recipe,
  picture: Blob,
  onProgress: (sent: number) => void,
): Promise<Recipe> {
  const answer = await withToken((token) => put(recipe, picture, token, onProgress));
  if (answer.status < 200 || answer.status > 299) throw toApiError(answer, answer.text);
  return JSON.parse(answer.text);
}

/** Takes the picture of a recipe away. */
export function removePicture(recipe: Recipe): Promise<Recipe> {
  return api<Recipe>('DELETE', pathOf(recipe), { ifMatch: recipe.version });
}

/** By XMLHttpRequest: `fetch` does not tell how much is sent. */
function put(
  recipe: Recipe,
  picture: Blob,
  token: string | null,
  onProgress: (sent: number) => void,
): Promise<{ status: number; headers: Headers; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', pathOf(recipe));
    request.timeout = sendTimeout;
    const headers = {
      accept: 'application/json',
      'content-type': picture.type,
      'if-match': `"${recipe.version}"`,
      ...authorization(token),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const retryAfter = request.getResponseHeader('retry-after');
      const requestId = request.getResponseHeader('x-request-id');
      resolve({
        status: request.status,
        headers: new Headers({
          ...(retryAfter && { 'retry-after': retryAfter }),
          ...(requestId && { 'x-request-id': requestId }),
        }),
        text: request.responseText,
      });
    };
    request.onerror = () => reject(new ApiError({ kind: 'offline', status: 0 }));
    request.ontimeout = () => reject(new ApiError({ kind: 'timeout', status: 0 }));
    request.send(picture);
  });
}

function authorization(token: string | null): { authorization?: string } {
  return token ? { authorization: `Bearer ${token}` } : {};
}
