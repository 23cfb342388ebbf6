/** What a supervisor tells its listeners. */
export interface SupervisorEvents {
  ready: [event: { name: string; seconds: number; restarts: number }];
  died: [event: { name: string; how: string; lastLines: readonly string[]; restartInMs: number }];
  stopped: [event: { name: string }];
}
