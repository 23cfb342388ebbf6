import { z } from 'zod';

const metrics = z.record(
  z.string(),
  z.object({ thresholds: z.record(z.string(), z.object({ ok: z.boolean() })).optional() }),
);

/** A target as a scenario has set it, and whether it was met. */
export interface Target {
  /** Of which metric, as in `http_req_duration{phase:after}`. */
  readonly metric: string;
  /** As in `p(95)<150`. */
  readonly bound: string;
  readonly met: boolean;
}

/** What k6 found, as a scenario has written it. @param json text of the file. */
export function targetsOf(json: string): Target[] {
  return Object.entries(metrics.parse(JSON.parse(json))).flatMap(([metric, { thresholds = {} }]) =>
    Object.entries(thresholds).map(([bound, { ok }]) => ({ metric, bound, met: ok })),
  );
}
