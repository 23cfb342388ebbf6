import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Endpoint, EndpointDescription } from '../http/endpoint.ts';
import { version } from '../version.ts';

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

const anyBytes = { type: 'string', format: 'binary' } as const;

/** The OpenAPI 3.1 document, made of the same schemas that check the requests. */
export function openApiDocument(endpoints: readonly Endpoint[]) {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Recipe Book',
      version,
      description: 'Your recipes. Every answer carries `X-Request-ID`; errors are problem+json.',
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths: pathsOf(endpoints),
  });
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    // The rest are pages for people.
    if (!endpoint.path.startsWith('/api/')) continue;
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) };
  }
  return paths;
}

function operationOf(endpoint: Endpoint) {
  const { params, query, body, bytes, stream, cookies, headers } = endpoint;
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.signedIn ? [{ bearer: [] }] : [],
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(cookies && { cookie: cookies }),
      ...(headers && { header: headers }),
    },
    ...((body || bytes || stream) && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          (bytes ?? stream ?? ['application/json']).map((type) => [
            type,
            { schema: body ?? anyBytes },
          ]),
        ),
      },
    }),
    responses: responsesOf(endpoint),
  };
}

function responsesOf(endpoint: EndpointDescription): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {
    default: {
      description: 'A problem',
      content: { 'application/problem+json': { schema: problem } },
    },
  };
  for (const [status, { description, schema, type: ownType }] of Object.entries(endpoint.replies)) {
    const type =
      Number(status) < 400 ? (ownType ?? 'application/json') : 'application/problem+json';
    const shown = Number(status) < 400 ? schema : problem;
    responses[status as `${1 | 2 | 4}${string}`] = {
      description,
      ...(shown && { content: { [type]: { schema: shown } } }),
    };
  }
  return responses;
}
