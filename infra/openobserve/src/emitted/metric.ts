type MetricType = 'sum' | 'gauge' | 'histogram';

/** A metric that the Collector sends, by OpenTelemetry's names. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  /** Attributes of its points. */
  readonly attributes: readonly string[];
}

export function metric(name: string, type: MetricType, ...attributes: string[]): Metric {
  return { name, type, attributes };
}
