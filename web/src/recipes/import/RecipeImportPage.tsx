import { useState } from 'react';
import { useSession } from '../../auth/use-session.ts';
import { useFlow } from '../../telemetry/use-flow.ts';
import { useText } from '../../texts/use-text.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { draftOf } from '../edit/draft/draft.ts';
import { forgetDraft, keptDraft } from '../edit/draft/kept-drafts.ts';
import { usePicture } from '../edit/picture/use-picture.ts';
import { RecipeForm } from '../edit/RecipeForm.tsx';
import { FoundNotice } from './FoundNotice.tsx';
import type { ImportResult } from './requests.ts';
import { SourceForm } from './SourceForm.tsx';
import './import.css';

/** What the draft of an import is kept as. */
const place = 'import';

/** Take a recipe over from another site: say where it is, look through what was found, save it. */
export default function RecipeImportPage() {
  const t = useText();
  const { user } = useSession();
  const userId = user?.id ?? '';
  const picture = usePicture();
  const [found, setFound] = useState<ImportResult>();
  const [isKept, setKept] = useState(() => keptDraft(userId, place) !== undefined);
  useFlow('import-recipe');

  const onFound = (result: ImportResult) => {
    setFound(result);
    const [image] = result.images;
    if (image) picture.take(image);
  };
  const onOther = () => {
    forgetDraft(userId, place);
    setKept(false);
    setFound(undefined);
    picture.reset();
  };

  return (
    <div className="recipe-edit">
      <PageHeading>{t('import.heading')}</PageHeading>
      {!found && !isKept && <SourceForm onFound={onFound} />}
      {found && <FoundNotice found={found} onOther={onOther} />}
      {(found || isKept) && (
        <RecipeForm
          userId={userId}
          place={place}
          found={found && { draft: draftOf(found.recipe), images: found.images }}
          picture={picture}
          flow="import-recipe"
          onDiscard={onOther}
        />
      )}
    </div>
  );
}
