import type { ReactNode } from 'react';
import { PageLink } from '../app/PageLink.tsx';
import { RecipePicture } from '../recipes/picture/RecipePicture.tsx';
import { useText } from '../texts/use-text.ts';
import { type Entry, servingsOf } from './entries.ts';

interface EntryCardProps {
  entry: Entry;
  /** What can be done with it. */
  tools?: ReactNode;
}

/** What is planned: a recipe with its picture, or a note. */
export function EntryCard({ entry, tools }: EntryCardProps) {
  const t = useText();
  const { recipe, slot } = entry;
  const servings = servingsOf(entry);
  return (
    <div className={`entry ${recipe ? '' : 'entry-note'}`}>
      {recipe && (
        <div className="entry-picture">
          <RecipePicture recipe={recipe} sizes="(width < 72rem) 5rem, 10rem" />
        </div>
      )}
      <div className="entry-text">
        {recipe ? (
          <PageLink
            page="recipeView"
            to={`/recipes/${recipe.id}${slot.servings ? `?servings=${slot.servings}` : ''}`}
            className="entry-title"
            draggable={false}
          >
            {recipe.title}
          </PageLink>
        ) : (
          <p className="entry-title">{slot.note}</p>
        )}
        {recipe && slot.note && <p className="entry-fact">{slot.note}</p>}
        {servings !== undefined && (
          <p className="entry-fact">{t('plan.servings', { count: servings })}</p>
        )}
      </div>
      {tools}
    </div>
  );
}
