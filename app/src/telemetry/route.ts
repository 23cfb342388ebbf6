import { context } from '@opentelemetry/api';
import { getRPCMetadata } from '@opentelemetry/core';
import type { Request } from 'express';

/**
 * Has the server span and its duration called after the route, which is asked for when the answer is over. The
 * instrumentation of Express does the same by wrapping every handler, at a cost for each that a request passes.
 */
export function nameByRoute(request: Request): void {
  const metadata = getRPCMetadata(context.active());
  if (!metadata) return;
  Object.defineProperty(metadata, 'route', {
    get: () => request.route && `${request.baseUrl}${request.route.path}`,
  });
}
