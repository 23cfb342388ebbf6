import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { exportAll } from './export.ts';
import { importAll } from './import.ts';
import type { TransferService } from './service.ts';

/** @param maxImportSize MAX_IMPORT_SIZE, bytes. */
export function transferEndpoints(
  transfer: TransferService,
  events: Events,
  maxImportSize: number,
): Endpoint[] {
  return [exportAll(transfer, events), importAll(transfer, events, maxImportSize)];
}
