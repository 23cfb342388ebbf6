import { trace } from '@opentelemetry/api';
import { ParentBasedSampler, type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace';

/** Spans of connections being made; they matter within a request only. */
const connectionSpans = new Set([
  'dns.lookup',
  'ipc.connect',
  'redis-connect',
  'tcp.connect',
  'tls.connect',
]);

/**
 * Pools connect in the background; while a store is away that would be a failed trace every other second.
 * It would be part of the trace of the request that met the failure first, long after its answer.
 */
const noBackgroundConnections: Sampler = {
  shouldSample: (context, _traceId, name) => ({
    decision:
      connectionSpans.has(name) && !trace.getSpan(context)?.isRecording()
        ? SamplingDecision.NOT_RECORD
        : SamplingDecision.RECORD_AND_SAMPLED,
  }),
  toString: () => 'NoBackgroundConnections',
};

/** Every span of every request is sent, unless who asked has decided against it. */
export const sampler = new ParentBasedSampler({
  root: noBackgroundConnections,
  localParentSampled: noBackgroundConnections,
});
