import type { Options } from 'k6/options';

type Thresholds = NonNullable<Options['thresholds']>;

/** Nothing fails: no request, and no flow by an answer that lacks what it needs. */
export const nothingFails: Thresholds = {
  http_req_failed: ['rate==0'],
  flows_failed: ['count==0'],
};

/** REQ-018, milliseconds. */
const times = ['p(50)<50', 'p(95)<150', 'p(99)<300'];

/** @param part of the requests, by a tag, as in `{phase:after}`; all unless it is given. */
export function answersInTime(part = ''): Thresholds {
  return { [`http_req_duration${part}`]: times };
}
