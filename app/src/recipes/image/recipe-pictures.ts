import { ChangedAllTheTime, ChangedMeanwhile, type Expected } from '../../database/versions.ts';
import { convert } from '../../images/convert/convert.ts';
import type { PictureService } from '../../images/service.ts';
import type { StoredImage } from '../../images/stored-image.ts';
import type { FetchRules } from '../../public-web/address.ts';
import { fetchPublic } from '../../public-web/fetch.ts';
import type { Recipe } from '../schemas.ts';
import type { RecipeService } from '../service.ts';

/** How pictures are fetched from other sites. */
interface Fetching {
  readonly rules: FetchRules;
  /** MAX_IMAGE_SIZE, bytes. */
  readonly maxBytes: number;
}

const accept = 'image/avif, image/webp, image/png, image/jpeg, image/gif';

/**
 * The pictures that recipes show. Each operation changes the recipe, so its version goes up. All give
 * `undefined` when the owner has no such recipe, and throw ChangedMeanwhile like other changes.
 */
export class RecipePictures {
  readonly #recipes: RecipeService;
  readonly #pictures: PictureService;
  readonly #fetching: Fetching;

  constructor(recipes: RecipeService, pictures: PictureService, fetching: Fetching) {
    this.#recipes = recipes;
    this.#pictures = pictures;
    this.#fetching = fetching;
  }

  /** Shows another picture. @throws PictureRefused */
  async set(
    owner: string,
    id: string,
    bytes: Buffer,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    if (!(await this.#recipes.find(owner, id))) return undefined;
    const added = await this.#pictures.add({ owner, recipe: id }, bytes);
    return this.#show(owner, id, added, expected);
  }

  /** Shows a picture of another site. @throws FetchFailed, PictureRefused */
  async setFromUrl(
    owner: string,
    id: string,
    url: string,
    expected?: Expected,
  ): Promise<Recipe | undefined> {
    if (!(await this.#recipes.find(owner, id))) return undefined;
    return this.set(owner, id, await this.#fetch(url), expected);
  }

  /** A picture of another site as it would be kept: WebP. Nothing is stored. @throws FetchFailed, PictureRefused */
  async preview(owner: string, url: string): Promise<Buffer> {
    const { width, files } = await convert(await this.#fetch(url), owner);
    const largest = files.get(width);
    if (!largest) throw new Error('A picture was made without its largest file.');
    return largest;
  }

  /** Shows no picture any more. */
  async remove(owner: string, id: string, expected?: Expected): Promise<Recipe | undefined> {
    const changed = await this.#recipes.changeImage(owner, id, null, expected);
    if (changed) await this.#pictures.discardOthers({ owner, recipe: id }, changed.before);
    return changed?.recipe;
  }

  async #fetch(url: string): Promise<Buffer> {
    const { maxBytes, rules } = this.#fetching;
    return (await fetchPublic(url, { accept, maxBytes }, rules)).bytes;
  }

  async #show(
    owner: string,
    id: string,
    added: StoredImage,
    expected: Expected,
  ): Promise<Recipe | undefined> {
    const changed = await this.#recipes
      .changeImage(owner, id, added, expected)
      .catch(async (error: unknown) => {
        if (isUnchanged(error)) await this.#pictures.discard(added);
        throw error;
      });
    if (!changed) {
      await this.#pictures.discard(added);
      return undefined;
    }
    await this.#pictures.discardOthers({ owner, recipe: id }, changed.before, added);
    return changed.recipe;
  }
}

/**
 * Whether a change that failed was certainly not made. After any other failure, such as a connection
 * that was lost before the answer came, the recipe may show the new picture.
 */
function isUnchanged(error: unknown): boolean {
  return error instanceof ChangedMeanwhile || error instanceof ChangedAllTheTime;
}
