import { useText } from '../../../texts/use-text.ts';
import { nutrients } from '../draft/draft.ts';
import { rowsOfIngredients } from '../draft/ingredient-rows.ts';
import type { Field, Fields } from '../save/changes.ts';

/** What a recipe says in a field, to be compared with another. */
export function FieldValue({ field, recipe }: { field: Field; recipe: Fields }) {
  const t = useText();
  const lines = linesOf(field, recipe, t);
  if (lines.length === 0)
    return <span className="conflict-none">{t('editor.conflict.empty')}</span>;
  return (
    <span className="conflict-value">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never change while they are shown.
        <span key={index}>{line}</span>
      ))}
    </span>
  );
}

function linesOf(field: Field, recipe: Fields, t: ReturnType<typeof useText>): string[] {
  switch (field) {
    case 'ingredients':
      return rowsOfIngredients(recipe.ingredients ?? []).map(({ heading, ...row }) =>
        heading
          ? `${row.name}:`
          : [[row.quantity, row.unit, row.name].filter(Boolean).join(' '), row.note]
              .filter(Boolean)
              .join(', '),
      );
    case 'steps':
      return (recipe.steps ?? []).map((step, index) => `${index + 1}. ${step}`);
    case 'tags':
      return recipe.tags?.length ? [recipe.tags.join(', ')] : [];
    case 'nutrition':
      return nutrients.flatMap((name) => {
        const value = recipe.nutrition?.[name];
        return value === undefined ? [] : [`${t(`editor.nutrition.${name}`)}: ${value}`];
      });
    case 'difficulty':
      return recipe.difficulty ? [t(`editor.difficulty.${recipe.difficulty}`)] : [];
    default: {
      const value = recipe[field];
      return value === undefined ? [] : [String(value)];
    }
  }
}
