import { z } from 'zod';
import { endpoint } from '../../http/endpoint.ts';
import { linkToken } from '../../secret-link.ts';
import type { ShareService } from '../service.ts';
import { pageReply } from './document.ts';
import { gonePage } from './gone-page.ts';
import { listPage } from './list-page.ts';
import { recipePage } from './recipe-page.ts';

/** The page for people; programs read /api/shared/:token. */
export function openSharedPage(shares: ShareService) {
  return endpoint(
    {
      method: 'get',
      path: '/shared/:token',
      operationId: 'openSharedPage',
      summary: 'What is shared under a link, as a page',
      tag: 'shares',
      signedIn: false,
      params: z.object({ token: z.string() }),
      replies: {
        200: { description: 'The page', type: 'text/html', schema: z.string() },
        404: { description: 'A page that says that the link leads nowhere' },
      },
    },
    async ({ params }) => {
      const token = linkToken.safeParse(params.token).data;
      const found = token === undefined ? undefined : await shares.open(token);
      if (token === undefined || !found) return pageReply(404, gonePage);
      const isRecipe = found.kind === 'recipe';
      const page = isRecipe ? recipePage(found.recipe, token) : listPage(found.shoppingList);
      return pageReply(200, page);
    },
  );
}
