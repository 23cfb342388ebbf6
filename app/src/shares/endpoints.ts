import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { createShare } from './create.ts';
import { listShares } from './list.ts';
import { openShare } from './open.ts';
import { openSharedPage } from './page/open-page.ts';
import { removeShare } from './remove.ts';
import type { ShareService } from './service.ts';

export function shareEndpoints(shares: ShareService, events: Events): Endpoint[] {
  return [
    listShares(shares),
    createShare(shares, events),
    removeShare(shares),
    openShare(shares),
    openSharedPage(shares),
  ];
}
