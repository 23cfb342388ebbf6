import type { Page, PageQuery } from '../http/pagination.ts';
import { type OwnedModel, OwnedStore, type Stored } from '../planning/owned-store.ts';
import type { RecipeSource } from '../planning/recipe-source.ts';
import { hashOfToken, newLinkToken } from '../secret-link.ts';
import type { ShoppingListService } from '../shopping-lists/service.ts';
import type { NewShare, Share, Shared, ShareInput } from './schemas.ts';

interface StoredShare {
  readonly kind: Share['kind'];
  readonly targetId: string;
  readonly tokenHash: string;
}

/** Links under which others may read a recipe or a shopping list. */
export class ShareService {
  readonly #model: OwnedModel;
  readonly #shares: OwnedStore<StoredShare>;
  readonly #recipes: RecipeSource;
  readonly #lists: ShoppingListService;

  constructor(model: OwnedModel, recipes: RecipeSource, lists: ShoppingListService) {
    this.#model = model;
    this.#shares = new OwnedStore(model, ['kind', 'targetId', 'tokenHash']);
    this.#recipes = recipes;
    this.#lists = lists;
  }

  /** Newest first. */
  async list(owner: string, query: PageQuery): Promise<Page<Share>> {
    const order = { sort: { createdAt: -1 } } as const;
    const found = await this.#shares.page(owner, order, ['kind', 'targetId'], query);
    const idsOf = (kind: Share['kind']) => [
      ...new Set(found.items.filter((one) => one.kind === kind).map(({ targetId }) => targetId)),
    ];
    const [recipes, lists] = await Promise.all([
      this.#recipes.titles(owner, idsOf('recipe')),
      this.#lists.names(owner, idsOf('shopping-list')),
    ]);
    const titles = new Map([...recipes, ...lists]);
    return {
      ...found,
      items: found.items.map((one) => toShare(one, titles.get(one.targetId))),
    };
  }

  /** @returns `undefined` when the owner has nothing of this kind and id. */
  async create(owner: string, { kind, id }: ShareInput): Promise<NewShare | undefined> {
    const target = await this.#read(owner, kind, id);
    if (!target) return undefined;
    const token = newLinkToken();
    const stored = { kind, targetId: id, tokenHash: hashOfToken(token) };
    const made = await this.#shares.create(owner, stored);
    const title = target.kind === 'recipe' ? target.recipe.title : target.shoppingList.name;
    return {
      ...toShare(made, title),
      token,
      url: `/shared/${token}`,
      apiUrl: `/api/shared/${token}`,
    };
  }

  /** @returns whether there was such a share. */
  remove(owner: string, id: string): Promise<boolean> {
    return this.#shares.remove(owner, id);
  }

  /** @returns `undefined` when the token opens nothing, or nothing any more. */
  async open(token: string): Promise<Shared | undefined> {
    const found = await this.#model
      .findOne({ tokenHash: hashOfToken(token) })
      .select(['owner', 'kind', 'targetId'])
      .lean();
    if (!found) return undefined;
    const kind = found['kind'] as Share['kind'];
    return this.#read(String(found.owner), kind, String(found['targetId']));
  }

  async #read(owner: string, kind: Share['kind'], id: string): Promise<Shared | undefined> {
    if (kind === 'recipe') {
      const recipe = await this.#recipes.readable(owner, id);
      return recipe && { kind, recipe };
    }
    const list = await this.#lists.find(owner, id);
    if (!list) return undefined;
    const items = list.items.map(({ id: _, recipeIds: __, ...item }) => item);
    return { kind, shoppingList: { name: list.name, items } };
  }
}

function toShare(
  { id, kind, targetId, createdAt }: Omit<StoredShare, 'tokenHash'> & Stored,
  title: string | undefined,
): Share {
  return { id, kind, targetId, ...(title !== undefined && { title }), createdAt };
}
