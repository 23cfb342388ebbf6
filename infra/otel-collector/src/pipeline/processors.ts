import type { Settings } from '@recipe-book/settings';
import { fromEnvironment } from '../environment.ts';
import type { CollectorPlacement } from '../placement.ts';
import { podMetadata } from './pod-metadata.ts';
import { keyRedaction, textRedaction, valueRedaction } from './redaction.ts';
import { tailSampling } from './sampling.ts';
import { severity } from './severity.ts';
import type { Signal } from './signals.ts';
import { ratelimitSpanProcessors, statsdProcessors } from './statsd.ts';
import { utf8 } from './utf8.ts';

/** What happens to telemetry on its way, in the order in which the pipelines name it. */
export function processors(settings: Settings, placement: CollectorPlacement) {
  return {
    // Refuses data before memory runs out; senders then try again.
    memory_limiter: memoryLimiter(fromEnvironment('memorySpike', '48')),
    ...statsdProcessors(settings, placement),
    ...ratelimitSpanProcessors(placement),
    tail_sampling: tailSampling(settings),
    'transform/utf8': utf8,
    'transform/pod': podMetadata(settings, placement),
    'transform/severity': severity,
    'redaction/keys': keyRedaction,
    'redaction/values': valueRedaction(settings),
    'transform/redaction': textRedaction(settings),
  };
}

/** @param spike how far below the limit it begins to refuse, MiB. */
export function memoryLimiter(spike: string) {
  return {
    check_interval: '1s',
    limit_mib: fromEnvironment('memoryLimit', '240'),
    spike_limit_mib: spike,
  };
}

/**
 * The ones that a signal passes. There is none that batches: that is done from the queue on disk. Of traces only those
 * that are kept are looked through; until then they are in memory alone.
 * @param own those of one pipeline alone, by name.
 */
export function processorNames(signal: Signal, own: object = {}): string[] {
  return [
    'memory_limiter',
    ...Object.keys(own),
    ...(signal === 'traces' ? ['tail_sampling'] : []),
    'transform/utf8',
    'transform/pod',
    ...(signal === 'logs' ? ['transform/severity'] : []),
    ...redactionNames(signal),
  ];
}

/** All that masks secrets. */
export function redactionNames(signal: Signal): string[] {
  return [
    'redaction/keys',
    'redaction/values',
    ...(signal === 'traces' ? ['transform/redaction'] : []),
  ];
}
