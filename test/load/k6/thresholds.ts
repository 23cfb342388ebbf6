import type { Options } from 'k6/options';

type Thresholds = NonNullable<Options['thresholds']>;

/** Nothing fails: no request, and no flow by an answer that lacks what it needs. */
export const nothingFails: Thresholds = {
  http_req_failed: ['rate==0'],
  flows_failed: ['count==0'],
};

/** REQ-018, milliseconds. */
const times = ['p(50)<50', 'p(95)<150', 'p(99)<300'];

/** Requests to the API: pages and files are quick, and would make the others look so. @param part of those, by a tag. */
export function answersInTime(part?: `${string}:${string}`): Thresholds {
  const tags = ['kind:api', ...(part ? [part] : [])];
  return { [`http_req_duration{${tags.join(',')}}`]: times };
}
