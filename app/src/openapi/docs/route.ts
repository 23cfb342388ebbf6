import { Router } from 'express';
import { HttpProblem } from '../../http/problem.ts';
import { assets, assetsVersion } from './assets.ts';

const folder = `/api/docs/${assetsVersion}`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Recipe Book API</title>
<link rel="icon" type="image/png" href="/icons/48.png">
<link rel="stylesheet" href="${folder}/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<noscript>This page needs JavaScript. The description itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<script src="${folder}/swagger-ui.js"></script>
<script src="${folder}/start.js"></script>
</body>
</html>
`;

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** `/api/docs`: the API for people to read, all of it served from here. */
export function apiDocs(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/api/docs', (_request, response) => {
    response
      .set({ ...headers, 'Cache-Control': 'no-cache' })
      .type('text/html')
      .send(page);
  });
  router.get('/api/docs/', (_request, response) => {
    response.redirect(308, '/api/docs');
  });
  router.get(`${folder}/:name`, ({ params }, response) => {
    const asset = assets.get(params.name);
    if (!asset) throw new HttpProblem(404, 'There is no such file.');
    response
      .set({ 'Cache-Control': 'public, max-age=31536000, immutable' })
      .set('X-Content-Type-Options', 'nosniff')
      .type(asset.type)
      .send(asset.content);
  });
  return router;
}
