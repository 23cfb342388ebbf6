export type { SupervisorEvents } from './events.ts';
export type { Part, PartPort, Readiness } from './part.ts';
export type { PartStatus, State, SupervisorStatus } from './status.ts';
export { readStatus, stopFromOutside } from './status-file.ts';
export { Supervisor } from './supervisor.ts';
export { SupervisorError } from './supervisor-error.ts';
