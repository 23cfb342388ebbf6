import type { ErrorRequestHandler, RequestHandler } from 'express';
import { type ErrorReports, noReports } from '../error-reports/reports.ts';
import type { Logger } from '../logging/logger.ts';
import { recordException } from '../telemetry/exception.ts';
import { currentRequest } from './context.ts';
import { HttpProblem } from './problem.ts';
import { readProblem } from './read-problem.ts';

/** Answers whatever no route took. */
export const notFound: RequestHandler = (request) => {
  throw new HttpProblem(404, `There is nothing at ${request.path}.`);
};

/**
 * The one place where errors become answers. What is expected is not logged as a failure;
 * the rest is logged with its stack, reported, and answered without it.
 */
export function answerErrors(
  logger: Logger,
  reports: ErrorReports = noReports,
): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const expected = readProblem(error);
    const problem = expected ?? new HttpProblem(500, 'Something went wrong here.');
    if (problem.status >= 500) {
      recordException(error);
      logger.error({ error }, 'request failed');
    }
    if (!expected) reports.report(error);
    if (response.headersSent) {
      next(error);
      return;
    }
    const { type, title, status, detail, errors } = problem;
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .set(problem.headers)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type,
          title,
          status,
          detail,
          requestId: currentRequest()?.requestId,
          errors,
        }),
      );
  };
}
