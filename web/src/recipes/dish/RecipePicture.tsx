import type { Recipe } from '@recipe-book/app/schemas/recipes';
import { DishArt } from './DishArt.tsx';
import { pickDish, pickTone } from './pick-dish.ts';
import './recipe-picture.css';

interface RecipePictureProps {
  recipe: Pick<Recipe, 'title' | 'tags' | 'dishType' | 'image'>;
  /** How wide it is shown, as in the `sizes` of an `img`. */
  sizes: string;
}

/** A recipe's picture, or a drawing in its place; it decorates, the title stands beside it. */
export function RecipePicture({ recipe, sizes }: RecipePictureProps) {
  const { image, title, tags, dishType } = recipe;
  if (!image) {
    const kind = { title, tags, ...(dishType !== undefined && { dishType }) };
    return <DishArt dish={pickDish(kind)} tone={pickTone(kind)} />;
  }
  return (
    <img
      className="recipe-picture"
      src={image.urls[0]?.url}
      srcSet={image.urls.map(({ url, width }) => `${url} ${width}w`).join(', ')}
      sizes={sizes}
      width={image.width}
      height={image.height}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
