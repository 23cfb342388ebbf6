import { useText } from '../../texts/use-text.ts';
import { Bone, Loading } from '../../ui/Loading.tsx';

/** Grey cards in the place of the recipes to come. */
export function RecipeListLoading() {
  const t = useText();
  return (
    <Loading label={t('recipes.loading')}>
      <div className="card-grid">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
          <div className="card" key={key}>
            <Bone className="bone-art" />
            <div className="card-text">
              <Bone className="bone-line" />
              <Bone className="bone-line bone-short" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}
