import { useSession } from '../../auth/use-session.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RecipeForm } from './RecipeForm.tsx';
import './new.css';

/** Write down a new recipe. */
export default function RecipeNewPage() {
  const { user } = useSession();
  return (
    <div className="recipe-new">
      <PageHeading>Add a recipe</PageHeading>
      {user && <RecipeForm userId={user.id} />}
    </div>
  );
}
