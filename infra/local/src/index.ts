export { type StackPaths, stackPaths } from './paths.ts';
export { type LocalPlacements, localPlacements } from './placements.ts';
export { instancePorts } from './ports.ts';
export { type LogEntry, readLogs, readSpans, type SpanEntry } from './telemetry/files.ts';
