import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useSession } from '../../auth/use-session.ts';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { recipeQuery } from '../requests.ts';
import { EditLoading } from './EditLoading.tsx';
import { usePicture } from './picture/use-picture.ts';
import { RecipeForm } from './RecipeForm.tsx';
import './edit.css';

/** Change a recipe. */
export default function RecipeEditPage() {
  const t = useText();
  const { user } = useSession();
  const { id = '' } = useParams();
  const { data, error, isPending, failureReason, refetch } = useQuery(recipeQuery(id));
  const picture = usePicture();
  return (
    <div className="recipe-edit">
      <PageHeading {...(data && { title: t('editor.editTitle', { title: data.title }) })}>
        {t('editor.edit')}
      </PageHeading>
      {user && data && (
        <RecipeForm key={data.id} userId={user.id} recipe={data} picture={picture} />
      )}
      {isPending && <RateLimitNotice reason={failureReason} />}
      {isPending && <EditLoading />}
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </div>
  );
}
