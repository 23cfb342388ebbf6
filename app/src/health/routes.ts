import { type Response, Router } from 'express';
import { HttpProblem } from '../http/problem.ts';
import type { Health, HealthReport } from './health.ts';

/** The four probes. */
export function healthRoutes(health: Health): Router {
  const router = Router();
  router.get('/health', async (_request, response) => send(response, await health.overall()));
  router.get('/health/ready', async (_request, response) => send(response, await health.ready()));
  router.get('/health/live', (_request, response) => send(response, health.live()));
  router.get('/health/startup', (_request, response) => send(response, health.startup()));
  router.all(['/health', '/health/:probe'], (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    throw new HttpProblem(405, 'Probes are only read.', { headers: { Allow: 'GET, HEAD' } });
  });
  return router;
}

function send(response: Response, { healthy, body }: HealthReport): void {
  response
    .status(healthy ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json(body);
}
