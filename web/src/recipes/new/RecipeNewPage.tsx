import { useSession } from '../../auth/use-session.ts';
import { useFlow } from '../../telemetry/use-flow.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RecipeForm } from './RecipeForm.tsx';
import './new.css';

/** Write down a new recipe. */
export default function RecipeNewPage() {
  const { user } = useSession();
  useFlow('add-recipe');
  return (
    <div className="recipe-new">
      <PageHeading>Add a recipe</PageHeading>
      {user && <RecipeForm userId={user.id} />}
    </div>
  );
}
