export { backendAuthorization } from './authorization.ts';
export { collectorConfig } from './config.ts';
export { collectorEnvironment, heapShares } from './environment.ts';
export { heldSeconds } from './held.ts';
export { authorizationVariable, fileName } from './pipeline/exporters.ts';
export { queueBytes, queueDiskBytes } from './pipeline/queue.ts';
export { secretKeys, secretValues } from './pipeline/redaction.ts';
export { type Signal, signals } from './pipeline/signals.ts';
export type { CollectorPlacement } from './placement.ts';
