import { DishArt } from '../dish/DishArt.tsx';
import { pickDish, pickTone } from '../dish/pick-dish.ts';
import type { RecipeSummary } from '../recipe.ts';
import './picture.css';

interface RecipePictureProps {
  recipe: Pick<RecipeSummary, 'title' | 'dishType' | 'tags' | 'image'>;
  /** How wide it is shown, as for `sizes` of an image. */
  sizes: string;
  /** What it shows, where the words beside it do not say so. */
  alt?: string;
  /** True for what is seen first: it is fetched at once. */
  eager?: boolean;
}

/** A recipe's picture, cut to its place; a drawing of the kind of dish for one without. */
export function RecipePicture({ recipe, sizes, alt = '', eager = false }: RecipePictureProps) {
  const { image } = recipe;
  const largest = image?.urls.at(-1);
  if (!image || !largest) return <DishArt dish={pickDish(recipe)} tone={pickTone(recipe)} />;
  return (
    <img
      className="recipe-picture"
      src={largest.url}
      srcSet={image.urls.map(({ url, width }) => `${url} ${width}w`).join(', ')}
      sizes={sizes}
      width={image.width}
      height={image.height}
      alt={alt}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
    />
  );
}
