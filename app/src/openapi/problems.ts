import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { EndpointDescription } from '../http/endpoint.ts';
import { headers } from './headers.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'Any answer that is not a success (RFC 9457)' });

/** An answer that is not a success. */
export function problemResponse(description: string): ZodOpenApiResponseObject {
  return {
    description,
    headers,
    content: { 'application/problem+json': { schema: problem } },
  };
}

/** Problems that many operations have in common, each described once. */
const common = {
  400: named('InvalidInput', 'Values that are not allowed; `errors` names each'),
  401: named('SignInNeeded', 'No access token, or one that does not hold'),
  403: named('CrossSite', 'A page of another site had a browser send this'),
  404: named('NotFound', 'There is nothing here, or nothing of yours'),
  413: named('TooLarge', 'The body is too large'),
  415: named('UnsupportedMediaType', 'The body is of a type that is not taken'),
  429: {
    ...named('TooManyRequests', 'Too many requests; `Retry-After` says when to try again'),
    headers: { ...headers, 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  },
  503: {
    ...named('Unavailable', 'The service or its database does not answer; try again soon'),
    headers: { ...headers, 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  },
  default: named('OtherProblem', 'Any other problem'),
} as const;

function named(id: string, description: string): ZodOpenApiResponseObject {
  return { id, ...problemResponse(description) };
}

/** The problems that an operation has because of what it is; its own description says which others. */
export function commonProblems(endpoint: EndpointDescription): ZodOpenApiResponsesObject {
  const { method, signedIn, params, query, body, bytes } = endpoint;
  const takesBody = body !== undefined || bytes !== undefined;
  const takesInput = takesBody || query !== undefined || endpoint.headers !== undefined;
  return {
    ...(takesInput && { 400: common[400] }),
    ...(signedIn && { 401: common[401] }),
    ...(method !== 'get' && { 403: common[403] }),
    ...(params && { 404: common[404] }),
    ...(takesBody && { 413: common[413], 415: common[415] }),
    429: common[429],
    503: common[503],
    default: common.default,
  };
}
