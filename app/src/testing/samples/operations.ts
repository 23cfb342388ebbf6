import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { Endpoint } from '../../http/endpoint.ts';
import type { TestApp } from '../app.ts';
import { samples } from './index.ts';
import type { Sample, SampleRequest } from './sample.ts';

/** An operation of the API and how to use it. */
export interface Operation {
  /** Such as `get /api/recipes/:id`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly sample: Sample;
}

/** Every operation. @throws when one has no sample. */
export function operationsOf(app: TestApp): Operation[] {
  // Streams end after what they say first.
  app.services.planning.shoppingLists.feed.end();
  return app.endpoints.map((endpoint) => {
    const name = nameOf(endpoint);
    const sample = samples[name];
    if (!sample) throw new Error(`${name} has no sample: add one in app/src/testing/samples/.`);
    return { name, endpoint, sample };
  });
}

export function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`;
}

/** The request with a key of its own, when the operation takes one; it can then be sent again. */
export function withKey({ headers }: Endpoint, request: SampleRequest): SampleRequest | undefined {
  if (!headers || !('idempotency-key' in headers.shape)) return undefined;
  return { ...request, headers: { ...request.headers, 'Idempotency-Key': randomUUID() } };
}

/** Sends a request. @param user headers of who sends it; none for an anonymous one. */
export async function send(
  app: TestApp,
  { method, path }: Endpoint,
  { params = {}, query = {}, headers = {}, body }: SampleRequest,
  user: object,
): Promise<Response> {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  const request = app.request[method](filled)
    .query(query)
    .set({ ...user, ...headers });
  return body === undefined ? request : request.send(body);
}
