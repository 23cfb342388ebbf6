import { checked } from '../transfer/checked.ts';
import type { TransferredResource } from '../transfer/resource.ts';
import { userChanges } from './schemas.ts';
import type { UserService } from './service.ts';

const property = 'recipeBook:profile';

/**
 * What a user says of himself, in the file of everything. It holds no address and no password. Since
 * every user has a name already, that of a file is taken only when asked for.
 */
export function transferredProfile(users: UserService): TransferredResource {
  return {
    name: 'profile',
    property,
    refers: false,
    async *export(owner) {
      const account = await users.find(owner);
      if (!account) return;
      const { name } = account.user;
      yield { '@id': 'urn:recipe-book:profile', '@type': 'Person', name, [property]: { name } };
    },
    async restore(nodes, restoring) {
      const read = nodes.flatMap((node) => {
        return checked(userChanges, node, node[property], restoring) ?? [];
      });
      const [changes] = read;
      if (!changes || !restoring.replaceProfile) return 0;
      const account = await users.find(restoring.owner);
      if (!account || account.user.name === changes.name) return 0;
      await users.change(restoring.owner, changes);
      return 1;
    },
  };
}
