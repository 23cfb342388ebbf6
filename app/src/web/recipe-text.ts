import { groupsOf } from '../ingredients/groups.ts';
import { type FoundTime, findTimes } from '../recipes/find-times.ts';
import { formatAmount, formatMinutes, totalMinutes, webSite } from '../recipes/format.ts';
import type { Recipe } from '../recipes/schemas.ts';

/** Most times that are shown as such: each is ten times as long as its text, and a recipe may be made of them. */
const mostTimes = 100;

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
  let left = mostTimes;
  return steps.map((text) => {
    const times = left > 0 ? findTimes(text).slice(0, left) : [];
    left -= times.length;
    return { parts: partsOf(text, times) };
  });
}

interface StepPart {
  readonly text: string;
  readonly time?: string;
}

function partsOf(text: string, times: readonly FoundTime[]): StepPart[] {
  const before = (index: number) => times[index - 1]?.end ?? 0;
  return [
    ...times.map(({ start, end }, index) => ({
      text: text.slice(before(index), start),
      time: text.slice(start, end),
    })),
    { text: text.slice(before(times.length)) },
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
