import { useText } from '../../texts/use-text.ts';
import { Bone, Loading } from '../../ui/Loading.tsx';

/** Grey shapes in the place of the recipe to come. */
export function RecipeViewLoading() {
  const t = useText();
  return (
    <Loading label={t('recipe.loading')}>
      <div className="recipe-head">
        <Bone className="bone-art" />
        <div className="recipe-head-text">
          <Bone className="bone-heading" />
          <Bone className="bone-line" />
          <Bone className="bone-line bone-short" />
          <Bone className="bone-actions" />
        </div>
      </div>
      <div className="recipe-body recipe-body-loading">
        <Bone className="bone-ingredients" />
        <Bone className="bone-method" />
      </div>
    </Loading>
  );
}
