import type { StreamType } from '../streams/wanted.ts';

/** What every alert says. */
export interface AlertText {
  /** Unique, in lower case with underscores, as OpenObserve takes names. */
  readonly name: string;
  /** One sentence for whoever is woken by it. */
  readonly description: string;
  /** How far it looks back. Minutes. */
  readonly period: number;
  /** How long it says nothing after it has fired. Minutes. */
  readonly silence: number;
  /** Page and heading in this repository that say what to do. */
  readonly runbook: string;
}

/** Fires when the value of a PromQL query is beyond a limit. */
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
  /** How a row is told; `{column}` is filled in. */
  readonly row: string;
}

export type Alert = ValueAlert | RowsAlert;
