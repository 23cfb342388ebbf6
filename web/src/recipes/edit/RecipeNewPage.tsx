import { PageLink } from '../../app/PageLink.tsx';
import { useSession } from '../../auth/use-session.ts';
import { useFlow } from '../../telemetry/use-flow.ts';
import { useText } from '../../texts/use-text.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { usePicture } from './picture/use-picture.ts';
import { RecipeForm } from './RecipeForm.tsx';

/** Write down a new recipe. */
export default function RecipeNewPage() {
  const t = useText();
  const { user } = useSession();
  const picture = usePicture();
  useFlow('add-recipe');
  return (
    <div className="recipe-edit">
      <div className="edit-top">
        <PageHeading>{t('editor.new')}</PageHeading>
        <PageLink page="recipeImport" to="/recipes/import" className="button">
          {t('editor.import')}
        </PageLink>
      </div>
      {user && <RecipeForm userId={user.id} picture={picture} flow="add-recipe" />}
    </div>
  );
}
