import {
  createDocument,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { bodyTypesOf } from '../http/body.ts';
import type { Endpoint, EndpointDescription } from '../http/endpoint.ts';
import { version } from '../version.ts';
import { headerComponents, headers } from './headers.ts';
import { commonProblems, problemResponse } from './problems.ts';

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
      headers: headerComponents,
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
  const { params, query, body, bytes, stream, cookies } = endpoint;
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.signedIn ? [{ bearer: [] }] : [],
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(cookies && { cookie: cookies }),
      ...(endpoint.headers && { header: endpoint.headers }),
    },
    ...((body || bytes || stream) && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          bodyTypesOf(endpoint).map((type) => [type, { schema: body ?? anyBytes }]),
        ),
      },
    }),
    responses: responsesOf(endpoint),
  };
}

function responsesOf(endpoint: EndpointDescription): ZodOpenApiResponsesObject {
  const responses = commonProblems(endpoint);
  for (const [status, { description, schema, type }] of Object.entries(endpoint.replies)) {
    responses[status as `${1 | 2 | 4}${string}`] =
      Number(status) < 400
        ? {
            description,
            headers,
            ...(schema && { content: { [type ?? 'application/json']: { schema } } }),
          }
        : problemResponse(description);
  }
  return responses;
}
