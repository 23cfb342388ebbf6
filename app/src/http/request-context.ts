import { randomUUID } from 'node:crypto';
import { trace } from '@opentelemetry/api';
import { ATTR_URL_PATH } from '@opentelemetry/semantic-conventions';
import type { RequestHandler } from 'express';
import { readUserId } from '../auth/identity.ts';
import { setRequestAttributes } from '../telemetry/request-attributes.ts';
import { nameByRoute } from '../telemetry/route.ts';
import { type RequestContext, runInRequest } from './context.ts';
import { loggedPath } from './logged-path.ts';

/** Runs the rest of the request within its context. Only Envoy can reach the app, so its headers are believed. */
export const requestContext: RequestHandler = (request, _response, next) => {
  const userId = readUserId(request.get('x-jwt-payload'));
  const context: RequestContext = {
    requestId: request.get('x-request-id') || randomUUID(),
    ip: request.get('x-client-address') || (request.socket.remoteAddress ?? 'unknown'),
    method: request.method,
    path: loggedPath(request.path),
    ...(userId !== undefined && { userId }),
  };
  const serverSpan = trace.getActiveSpan();
  if (serverSpan) {
    setRequestAttributes(serverSpan, context);
    serverSpan.setAttribute(ATTR_URL_PATH, context.path);
    nameByRoute(request);
  }
  runInRequest(context, () => next());
};
