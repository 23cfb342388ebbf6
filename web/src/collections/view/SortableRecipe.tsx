import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { PageLink } from '../../app/PageLink.tsx';
import { GripIcon } from '../../dragging/icons.tsx';
import { RecipePicture } from '../../recipes/picture/RecipePicture.tsx';
import { useText } from '../../texts/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { MoreIcon } from '../../ui/page-icons.tsx';
import type { RecipeCard } from '../collection.ts';

interface SortableRecipeProps {
  recipe: RecipeCard;
  /** Its place, counted from 0, and how many there are. */
  at: number;
  count: number;
  onMove: (to: number) => void;
  onTakeOut: () => void;
}

/** A recipe of a collection. */
export function SortableRecipe({ recipe, at, count, onMove, onTakeOut }: SortableRecipeProps) {
  const t = useText();
  const sortable = useSortable({
    id: recipe.id,
    attributes: { roleDescription: t('collections.drag.role') },
  });
  const { title } = recipe;
  return (
    <li
      ref={sortable.setNodeRef}
      className={`collection-recipe ${sortable.isDragging ? 'collection-recipe-dragged' : ''}`}
      style={{
        transform: CSS.Transform.toString(sortable.transform),
        transition: sortable.transition,
      }}
      {...sortable.listeners}
    >
      <div className="collection-recipe-picture">
        <RecipePicture recipe={recipe} sizes="(width < 40rem) 6rem, 18rem" />
      </div>
      <h2 className="collection-recipe-title">
        <PageLink page="recipeView" to={`/recipes/${recipe.id}`} draggable={false}>
          {title}
        </PageLink>
      </h2>
      <div className="collection-recipe-tools">
        <button
          type="button"
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          id={handleId(recipe.id)}
          className="button-icon collection-recipe-handle"
          aria-label={t('collections.drag.handle', { title })}
        >
          <GripIcon />
        </button>
        <Menu label={t('collections.moreFor', { title })} icon={<MoreIcon />}>
          {at > 0 && (
            <button type="button" onClick={() => onMove(at - 1)}>
              {t('collections.earlier')}
            </button>
          )}
          {at < count - 1 && (
            <button type="button" onClick={() => onMove(at + 1)}>
              {t('collections.later')}
            </button>
          )}
          {at > 0 && (
            <button type="button" onClick={() => onMove(0)}>
              {t('collections.first')}
            </button>
          )}
          <button type="button" className="menu-danger" onClick={onTakeOut}>
            {t('collections.takeOut')}
          </button>
        </Menu>
      </div>
    </li>
  );
}

/** The id of the button that drags a recipe: the focus goes there when its neighbour is taken out. */
export function handleId(recipeId: string): string {
  return `handle ${recipeId}`;
}
