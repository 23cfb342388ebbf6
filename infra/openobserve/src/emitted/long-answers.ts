import { longRoutes } from '@recipe-book/otel-collector/long-answers';

/** Of a stream of `http.server.request.duration` all but the answers that last as long as somebody reads them; that is not slowness. */
export const withoutLongAnswers = `{http_route!~"${longRoutes.join('|')}"}`;
