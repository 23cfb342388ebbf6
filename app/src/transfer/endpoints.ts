import type { Endpoint } from '../http/endpoint.ts';
import { exportAll } from './export.ts';
import { importAll } from './import.ts';
import type { TransferService } from './service.ts';

export function transferEndpoints(transfer: TransferService): Endpoint[] {
  return [exportAll(transfer), importAll(transfer)];
}
