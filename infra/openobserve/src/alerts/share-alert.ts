/** Fires when some part of what a counter counts makes up too large a share of it. */
export interface ShareAlert {
  /** Unique, in lower case with underscores, as OpenObserve takes names. */
  readonly name: string;
  /** One sentence for whoever is woken by it. */
  readonly description: string;
  /** Name of the counter as OpenTelemetry has it. */
  readonly metric: string;
  /** Attributes of the part. */
  readonly part: Readonly<Record<string, string>>;
  /** Fires above this share, 0 to 1, of all pods together. */
  readonly above: number;
  /** How far it looks back. Minutes. */
  readonly period: number;
  /** How long it says nothing after it has fired. Minutes. */
  readonly silence: number;
  /** Page and heading in this repository that say what to do. */
  readonly runbook: string;
}
