/** How much a scenario needs; read by k6 as well. */
export interface Size {
  /** People at a time. */
  readonly users: number;
  /** Made-up accounts: one for each person, and in the storm more, of which the last is the abuser's. */
  readonly accounts: number;
  /** All their recipes. */
  readonly recipes: number;
  /** How long it goes on, where MINUTES may say otherwise. */
  readonly minutes: number;
  /** Whether the app writes a line for each request, unlike in production: it tells what has reached the app. */
  readonly logsRequests?: boolean;
}

export const sizes = {
  smoke: { users: 1, accounts: 1, recipes: 30, minutes: 0 },
  users: { users: 1000, accounts: 1000, recipes: 20_000, minutes: 5 },
  spike: { users: 300, accounts: 300, recipes: 6000, minutes: 2 },
  soak: { users: 200, accounts: 200, recipes: 4000, minutes: 10 },
  storm: { users: 50, accounts: 100, recipes: 2000, minutes: 2, logsRequests: true },
} as const satisfies Record<string, Size>;

export type ScenarioName = keyof typeof sizes;
