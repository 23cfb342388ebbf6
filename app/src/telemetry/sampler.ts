import { ParentBasedSampler, type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace';

/** Spans of connections being made; they matter within a request only. */
const connectionSpans = new Set([
  'dns.lookup',
  'ipc.connect',
  'redis-connect',
  'tcp.connect',
  'tls.connect',
]);

/** Pools connect in the background; while a store is away that would be a failed trace every other second. */
const noBackgroundConnections: Sampler = {
  shouldSample: (_context, _traceId, name) => ({
    decision: connectionSpans.has(name)
      ? SamplingDecision.NOT_RECORD
      : SamplingDecision.RECORD_AND_SAMPLED,
  }),
  toString: () => 'NoBackgroundConnections',
};

/** Every span of every request is sent, unless who asked has decided against it. */
export const sampler = new ParentBasedSampler({ root: noBackgroundConnections });
