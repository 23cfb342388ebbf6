import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { isProbe } from '../health/paths.ts';
import type { Logger } from '../logging/logger.ts';

/** One line for each request when it is over, whatever its status. */
export function accessLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const level = isProbe(request.path) ? 'debug' : 'http';
    // The event comes from the socket, outside of the request's context.
    const log = AsyncLocalStorage.bind(() => {
      const duration = Math.round((performance.now() - start) * 10) / 10;
      const message = response.writableFinished ? 'request answered' : 'client went away';
      logger[level]({ duration, statusCode: response.statusCode }, message);
    });
    response.once('close', log);
    next();
  };
}
