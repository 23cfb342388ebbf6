import { groupsOf } from '../ingredients/groups.ts';
import { type FoundTime, findTimes } from '../recipes/find-times.ts';
import { formatAmount, formatMinutes, totalMinutes, webSite } from '../recipes/format.ts';
import type { Recipe } from '../recipes/schemas.ts';

/**
 * Bounds for times in steps, which no recipe of a cook reaches: how many are shown, since each takes some 200 bytes of
 * markup, and in how many characters they are looked for, which takes up to 3 ms for all of these.
 */
const most = { times: 100, characters: 16_000 };

/**
 * The values of web/src/recipes/view/RecipeTemplate.tsx: what the front end itself shows of a recipe, by the same rules.
 * @param language of the page, for numbers and times.
 */
export function recipeText(recipe: Recipe, language: string): Readonly<Record<string, unknown>> {
  const { title, description, cuisine, dishType, servings, prepMinutes, cookMinutes } = recipe;
  const { difficulty, tags, steps, notes } = recipe;
  const facts = {
    servings,
    prep: formatMinutes(prepMinutes, language),
    cook: formatMinutes(cookMinutes, language),
    // With one of the two alone, the sum would only say it twice.
    total: prepMinutes && cookMinutes ? formatMinutes(totalMinutes(recipe), language) : undefined,
    difficulty: difficulty && { [difficulty]: true },
  };
  return {
    title,
    picture: pictureOf(recipe),
    kind: [cuisine, dishType].filter(Boolean).join(' · '),
    description,
    ...facts,
    hasFacts: Object.values(facts).some((value) => value !== undefined),
    tags,
    source: sourceOf(recipe),
    hasTags: tags.length > 0,
    groups: groupsOf(recipe.ingredients).map(({ name, lines }) => ({
      name,
      lines: lines.map(({ ingredient }) => ({
        amount: formatAmount(ingredient, language),
        ingredient: ingredient.name,
        note: ingredient.note,
      })),
    })),
    steps: stepsOf(steps),
    hasSteps: steps.length > 0,
    notes,
  };
}

/** Steps in pieces: what they say, and a time after that, for which there is a timer. */
function stepsOf(steps: readonly string[]): { parts: readonly StepPart[] }[] {
  let { times: timesLeft, characters: charactersLeft } = most;
  return steps.map((text) => {
    charactersLeft -= text.length;
    const times = charactersLeft < 0 ? [] : findTimes(text).slice(0, timesLeft);
    timesLeft -= times.length;
    return { parts: partsOf(text, times) };
  });
}

interface StepPart {
  readonly text: string;
  /** Undefined by name: a template looks for what is missing in what is around it. */
  readonly time: string | undefined;
}

function partsOf(text: string, times: readonly FoundTime[]): StepPart[] {
  const before = (index: number) => times[index - 1]?.end ?? 0;
  return [
    ...times.map(({ start, end }, index) => ({
      text: text.slice(before(index), start),
      time: text.slice(start, end),
    })),
    { text: text.slice(before(times.length)), time: undefined },
  ];
}

/** The link to where it came from, if that is one to the web. */
function sourceOf({ sourceUrl }: Recipe): object | undefined {
  const site = webSite(sourceUrl);
  return site === undefined ? undefined : { sourceUrl, site };
}

function pictureOf({ image }: Recipe): object | undefined {
  const largest = image?.urls.at(-1);
  if (!image || !largest) return undefined;
  const srcSet = image.urls.map(({ url, width }) => `${url} ${width}w`).join(', ');
  return { src: largest.url, srcSet, width: image.width, height: image.height };
}
