import { metric } from './metric.ts';

/** Of exporters to a backend, which say where it is. */
const destination = ['exporter', 'server.address', 'server.port', 'url.path'] as const;

/** What the Collector measures of itself (0.161, level `normal`); most of it only for those who look for a cause. */
export const collectorMetrics = {
  collectorDeltatocumulativeDatapoints: metric('otelcol_deltatocumulative_datapoints', 'sum'),
  collectorDeltatocumulativeStreamsLimit: metric(
    'otelcol_deltatocumulative_streams_limit',
    'gauge',
  ),
  collectorDeltatocumulativeStreamsMaxStale: metric(
    'otelcol_deltatocumulative_streams_max_stale',
    'gauge',
  ),
  collectorDeltatocumulativeStreamsTracked: metric(
    'otelcol_deltatocumulative_streams_tracked',
    'sum',
  ),
  collectorExporterInFlightRequests: metric(
    'otelcol_exporter_in_flight_requests',
    'sum',
    'data_type',
    'exporter',
  ),
  exporterQueueCapacity: metric(
    'otelcol_exporter_queue_capacity',
    'gauge',
    'data_type',
    'exporter',
  ),
  exporterQueueSize: metric('otelcol_exporter_queue_size', 'gauge', 'data_type', 'exporter'),
  enqueueFailedLogs: metric('otelcol_exporter_enqueue_failed_log_records', 'sum', 'exporter'),
  enqueueFailedPoints: metric('otelcol_exporter_enqueue_failed_metric_points', 'sum', 'exporter'),
  enqueueFailedSpans: metric('otelcol_exporter_enqueue_failed_spans', 'sum', 'exporter'),
  sendFailedLogs: metric('otelcol_exporter_send_failed_log_records', 'sum', ...destination),
  sendFailedPoints: metric('otelcol_exporter_send_failed_metric_points', 'sum', ...destination),
  sendFailedSpans: metric('otelcol_exporter_send_failed_spans', 'sum', ...destination),
  sentLogs: metric('otelcol_exporter_sent_log_records', 'sum', ...destination),
  sentPoints: metric('otelcol_exporter_sent_metric_points', 'sum', ...destination),
  sentSpans: metric('otelcol_exporter_sent_spans', 'sum', ...destination),
  collectorCpu: metric('otelcol_process_cpu_seconds', 'sum'),
  collectorMemory: metric('otelcol_process_memory_rss', 'gauge'),
  collectorProcessRuntimeHeapAllocBytes: metric(
    'otelcol_process_runtime_heap_alloc_bytes',
    'gauge',
  ),
  collectorProcessRuntimeTotalAllocBytes: metric(
    'otelcol_process_runtime_total_alloc_bytes',
    'sum',
  ),
  collectorProcessRuntimeTotalSysMemoryBytes: metric(
    'otelcol_process_runtime_total_sys_memory_bytes',
    'gauge',
  ),
  collectorProcessUptime: metric('otelcol_process_uptime', 'sum'),
  collectorProcessorFilterDatapointsFiltered: metric(
    'otelcol_processor_filter_datapoints.filtered',
    'sum',
    'filter',
  ),
  collectorProcessorIncomingItems: metric(
    'otelcol_processor_incoming_items',
    'sum',
    'otel.signal',
    'processor',
  ),
  collectorProcessorMemoryLimiterAcceptedLogRecords: metric(
    'otelcol_processor_memory_limiter_accepted_log_records',
    'sum',
    'processor',
  ),
  collectorProcessorMemoryLimiterAcceptedMetricPoints: metric(
    'otelcol_processor_memory_limiter_accepted_metric_points',
    'sum',
    'processor',
  ),
  collectorProcessorMemoryLimiterAcceptedSpans: metric(
    'otelcol_processor_memory_limiter_accepted_spans',
    'sum',
    'processor',
  ),
  collectorProcessorOutgoingItems: metric(
    'otelcol_processor_outgoing_items',
    'sum',
    'otel.signal',
    'processor',
  ),
  collectorProcessorTailSamplingCountTracesSampled: metric(
    'otelcol_processor_tail_sampling_count_traces_sampled',
    'sum',
    'decision',
    'policy',
    'sampled',
  ),
  collectorProcessorTailSamplingEarlyReleasesFromCacheDecision: metric(
    'otelcol_processor_tail_sampling_early_releases_from_cache_decision',
    'sum',
    'sampled',
  ),
  sampledTraces: metric(
    'otelcol_processor_tail_sampling_global_count_traces_sampled',
    'sum',
    'decision',
    'sampled',
  ),
  collectorProcessorTailSamplingNewTraceIdReceived: metric(
    'otelcol_processor_tail_sampling_new_trace_id_received',
    'sum',
  ),
  collectorProcessorTailSamplingSamplingDecisionTimerLatency: metric(
    'otelcol_processor_tail_sampling_sampling_decision_timer_latency',
    'histogram',
  ),
  collectorProcessorTailSamplingSamplingPolicyEvaluationError: metric(
    'otelcol_processor_tail_sampling_sampling_policy_evaluation_error',
    'sum',
  ),
  collectorProcessorTailSamplingSamplingPolicyExecutionCount: metric(
    'otelcol_processor_tail_sampling_sampling_policy_execution_count',
    'sum',
    'policy',
  ),
  collectorProcessorTailSamplingSamplingPolicyExecutionTimeSum: metric(
    'otelcol_processor_tail_sampling_sampling_policy_execution_time_sum',
    'sum',
    'policy',
  ),
  collectorProcessorTailSamplingSamplingTraceDroppedTooEarly: metric(
    'otelcol_processor_tail_sampling_sampling_trace_dropped_too_early',
    'sum',
  ),
  collectorProcessorTailSamplingSamplingTraceRemovalAge: metric(
    'otelcol_processor_tail_sampling_sampling_trace_removal_age',
    'histogram',
  ),
  collectorProcessorTailSamplingSamplingTracesOnMemory: metric(
    'otelcol_processor_tail_sampling_sampling_traces_on_memory',
    'gauge',
  ),
  acceptedLogs: metric('otelcol_receiver_accepted_log_records', 'sum', 'receiver', 'transport'),
  acceptedPoints: metric('otelcol_receiver_accepted_metric_points', 'sum', 'receiver', 'transport'),
  acceptedSpans: metric('otelcol_receiver_accepted_spans', 'sum', 'receiver', 'transport'),
  collectorReceiverFailedLogRecords: metric(
    'otelcol_receiver_failed_log_records',
    'sum',
    'receiver',
    'transport',
  ),
  collectorReceiverFailedMetricPoints: metric(
    'otelcol_receiver_failed_metric_points',
    'sum',
    'receiver',
    'transport',
  ),
  collectorReceiverFailedSpans: metric(
    'otelcol_receiver_failed_spans',
    'sum',
    'receiver',
    'transport',
  ),
  collectorReceiverReceivedStatsdMetrics: metric(
    'otelcol_receiver_received_statsd_metrics',
    'sum',
    'parse_success',
    'receiver',
  ),
  refusedLogs: metric('otelcol_receiver_refused_log_records', 'sum', 'receiver', 'transport'),
  refusedPoints: metric('otelcol_receiver_refused_metric_points', 'sum', 'receiver', 'transport'),
  refusedSpans: metric('otelcol_receiver_refused_spans', 'sum', 'receiver', 'transport'),
} as const;
