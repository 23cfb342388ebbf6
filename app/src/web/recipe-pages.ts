import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SettingsError } from '@recipe-book/settings';
import type { Cookies } from 'cookie';
import type { Request } from 'express';
import Mustache from 'mustache';
import type { Recipe } from '../recipes/schemas.ts';
import type { RecipeService } from '../recipes/service.ts';
import { pageTokenOf } from '../sessions/cookies.ts';
import type { SessionService } from '../sessions/service.ts';
import { Slots } from '../slots.ts';
import type { UserService } from '../users/service.ts';
import { recipeText } from './recipe-text.ts';

/** What tells whose recipe it is. */
export interface RecipePageParts {
  readonly users: UserService;
  readonly sessions: SessionService;
  readonly recipes: RecipeService;
}

/** A page that holds a recipe. */
export interface FilledPage {
  readonly html: string;
  /** Its `Content-Security-Policy`: a style and a script stand in it. */
  readonly policy: string;
}

/** What a page with a recipe is made of. */
interface Template {
  readonly mustache: string;
  readonly policy: string;
}

const address = /^\/recipes\/([0-9a-f]{24})$/;

/** The longest that a page waits for the recipe's text, ms; the front end asks for it anyway. */
const longest = 500;
/** Look-ups at a time, those that nobody waits for any more included: a database that hangs holds up no more pages. */
const lookUpsAtOnce = 20;
/** Largest recipe that is put into a page, bytes of JSON: one of 1 MB would keep all others waiting for 60 ms. */
const largest = 64 * 1024;

/**
 * Pages of recipes that hold the recipe, so that it can be read before any script has come. Whose it is, a cookie of the
 * session says, which does nothing else.
 */
export class RecipePages {
  readonly #parts: RecipePageParts;
  readonly #lookUps = new Slots({
    atOnce: lookUpsAtOnce,
    atOnceEach: lookUpsAtOnce,
    waitingEach: 0,
    patience: 0,
  });
  readonly #templates: ReadonlyMap<string, Template>;

  /**
   * @param root WEB_ROOT
   * @throws SettingsError when it has templates and no policy for them.
   */
  constructor(root: string, parts: RecipePageParts) {
    this.#templates = templatesOf(root);
    this.#parts = parts;
  }

  /**
   * @param cookies those of the request.
   * @param language one of those that the front end was built in.
   * @returns undefined for what is no page of a recipe, or whose recipe this reader has not, or not in time, and for
   * a recipe that is too large.
   */
  async page(
    request: Request,
    cookies: Cookies,
    language: string,
  ): Promise<FilledPage | undefined> {
    const [, id] = address.exec(request.path) ?? [];
    if (id === undefined || request.method !== 'GET') return undefined;
    // For other servings the front end computes other amounts.
    if ('servings' in request.query) return undefined;
    const template = this.#templates.get(language);
    const token = pageTokenOf(cookies);
    if (!template || token === '') return undefined;
    try {
      const recipe = await this.#inTime(token, id);
      if (!recipe || Buffer.byteLength(JSON.stringify(recipe)) > largest) return undefined;
      const html = Mustache.render(template.mustache, recipeText(recipe, language));
      return { html, policy: template.policy };
    } catch {
      // The frame comes instead, and the front end says what is wrong when it asks for the recipe.
      return undefined;
    }
  }

  async #inTime(token: string, id: string): Promise<Recipe | undefined> {
    const inTime = new AbortController();
    try {
      return await Promise.race([
        this.#lookUps.run('', () => this.#find(token, id)),
        setTimeout(longest, undefined, { ref: false, signal: inTime.signal }),
      ]);
    } finally {
      inTime.abort();
    }
  }

  async #find(token: string, id: string): Promise<Recipe | undefined> {
    const { sessions, users, recipes } = this.#parts;
    const end = performance.now() + longest;
    const owner = await sessions.ownerOf(token, { maxTimeMS: longest });
    const maxTimeMS = Math.floor(end - performance.now());
    if (!owner || maxTimeMS < 1) return undefined;
    const [account, recipe] = await Promise.all([
      users.find(owner.id, { maxTimeMS }),
      recipes.find(owner.id, id, { maxTimeMS }),
    ]);
    return account?.passwordVersion === owner.passwordVersion ? recipe : undefined;
  }
}

/**
 * The templates by language, with their policy, all at the start: a build that is made later has another style and script,
 * which the policy that was read then would refuse.
 */
function templatesOf(root: string): Map<string, Template> {
  const files = globSync('pages/*/recipeView.mustache', { cwd: root });
  if (files.length === 0) return new Map();
  const policyFile = join(root, 'pages/recipeView.policy');
  if (!existsSync(policyFile)) {
    throw new SettingsError([`WEB_ROOT is "${root}"; there is no pages/recipeView.policy in it.`]);
  }
  const policy = readFileSync(policyFile, 'utf8');
  return new Map(
    files.map((file) => [
      basename(dirname(file)),
      { mustache: readFileSync(join(root, file), 'utf8'), policy },
    ]),
  );
}
