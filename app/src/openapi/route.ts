import type { RequestHandler } from 'express';
import type { Endpoint } from '../http/endpoint.ts';
import { openApiDocument } from './document.ts';

/** `/api/openapi.json` */
export function openApi(endpoints: readonly Endpoint[]): RequestHandler {
  const document = openApiDocument(endpoints);
  return (_request, response) => {
    response.set('Cache-Control', 'public, no-cache').json(document);
  };
}
