import { useText } from '../../texts/use-text.ts';
import { Bone, Loading } from '../../ui/Loading.tsx';

/** Grey cards in the place of the recipes to come. */
export function RecipeListLoading() {
  const t = useText();
  return (
    <Loading label={t('recipes.loading')}>
      <div className="card-grid">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
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

/** The whole page before its script is there: everything is where it will be. */
export function RecipeListFrame() {
  const t = useText();
  return (
    <>
      <div className="list-top">
        <h1>{t('recipes.title')}</h1>
      </div>
      <div className="list-body">
        <div className="list-tools">
          <Bone className="bone-tools" />
        </div>
        <div className="list-panel" />
        <div className="list-found">
          <RecipeListLoading />
        </div>
      </div>
    </>
  );
}
