import { formatLine } from '../../ingredients/format.ts';
import { toSchemaOrg } from '../../recipes/json-ld.ts';
import type { SharedRecipe } from '../schemas.ts';
import type { Page } from './document.ts';
import { type Html, html } from './html.ts';

/**
 * A recipe for people to cook from, and for programs to read.
 * @param token of the link. The front end's page takes it from the fragment, which no server sees.
 */
export function recipePage(recipe: SharedRecipe, token: string): Page {
  return {
    title: recipe.title,
    description: recipe.description ?? `A recipe with ${recipe.ingredients.length} ingredients`,
    jsonLd: { '@context': 'https://schema.org', ...toSchemaOrg(recipe) },
    content: html`
${recipe.description === undefined ? undefined : html`<p class="lead">${recipe.description}</p>`}
<ul class="facts">${factsOf(recipe)}</ul>
<a class="save" href="/recipes/save#${token}">Save to my recipes</a>
${recipe.image && picture(recipe.image)}
<div class="parts">
<section class="card">
<h2>Ingredients</h2>
${[...Map.groupBy(recipe.ingredients, ({ group }) => group)].map(ingredientGroup)}
</section>
<section>
<h2>Steps</h2>
<ol class="steps">${recipe.steps.map((step) => html`<li>${step}</li>`)}</ol>
<div class="more">
${recipe.tags.length === 0 ? undefined : html`<p>Tags: ${recipe.tags.join(', ')}</p>`}
${source(recipe.sourceUrl)}
</div>
</section>
</div>`,
  };
}

/** Its size stands in the page, so that the text does not jump when it comes. The title says what it shows. */
function picture({ urls, width, height }: NonNullable<SharedRecipe['image']>): Html {
  const sources = urls.map((file) => `${file.url} ${file.width}w`).join(', ');
  return html`<img class="picture" src="${urls.at(-1)?.url}" srcset="${sources}" sizes="(min-width: 60rem) 56rem, 95vw"
 width="${width}" height="${height}" alt="">`;
}

function ingredientGroup([group, lines]: [string | undefined, SharedRecipe['ingredients']]): Html {
  return html`${group === undefined ? undefined : html`<h3>${group}</h3>`}
<ul class="lines">${lines.map((line) => html`<li>${line.original ?? formatLine(line)}</li>`)}</ul>`;
}

function factsOf({ servings, prepMinutes, cookMinutes, cuisine, dishType }: SharedRecipe): Html[] {
  const facts: [string, string | number | undefined][] = [
    ['Servings', servings],
    ['Preparation', timeOf(prepMinutes)],
    ['Cooking', timeOf(cookMinutes)],
    ['Cuisine', cuisine],
    ['Dish', dishType],
  ];
  return facts.flatMap(([name, value]) => {
    return value === undefined ? [] : [html`<li>${name}: <strong>${value}</strong></li>`];
  });
}

function timeOf(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}

/** Other schemes could run something when the link is opened. */
function source(address: string | undefined): Html | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return html`<p>From <a href="${url.href}" rel="nofollow noopener noreferrer">${url.host}</a></p>`;
}
