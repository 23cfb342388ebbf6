import type { StreamType } from '../streams/wanted.ts';

/** What every alert says. */
export interface AlertText {
  /** Unique, in lower case with underscores, as OpenObserve takes names. */
  readonly name: string;
  /** One sentence for whoever is woken by it. */
  readonly description: string;
  /** How long it says nothing after it has fired. Minutes. */
  readonly silence: number;
  /** Page and heading in this repository that say what to do. */
  readonly runbook: string;
}

/**
 * Fires when the value of a PromQL query is beyond a limit; how far it looks back stands in the query.
 * OpenObserve's engine fails at `and` where one side is empty, and takes a sum on the right for a number:
 * a further condition is added as `+ 0 * (... > n)`, which is 0, or nothing.
 */
export interface ValueAlert extends AlertText {
  /** Stream that must be there: one that the query asks. */
  readonly stream: string;
  readonly promql: string;
  readonly operator: '>' | '<';
  readonly limit: number;
}

/** Fires when an SQL query has a row. OpenObserve counts rows, not values: the limit stands in HAVING. */
export interface RowsAlert extends AlertText {
  readonly stream: string;
  readonly streamType: StreamType;
  readonly sql: string;
  /** How far it looks back. Minutes. */
  readonly period: number;
  /** How a row is told; `{column}` is filled in. */
  readonly row: string;
}

export type Alert = ValueAlert | RowsAlert;
