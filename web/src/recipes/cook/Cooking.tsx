import { useState } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { endFlow } from '../../telemetry/signals.ts';
import { useFlow } from '../../telemetry/use-flow.ts';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { IngredientList, useTicks } from '../amounts/IngredientList.tsx';
import { WakeLockSwitch } from '../awake/WakeLockSwitch.tsx';
import type { Recipe } from '../recipe.ts';
import { CookDone } from './CookDone.tsx';
import { CookStep } from './CookStep.tsx';
import { useStep } from './use-step.ts';
import { useTurning } from './use-turning.ts';

interface CookingProps {
  recipe: Recipe;
  /** The way back, with the servings that were chosen. */
  leaveTo: string;
}

/** A recipe step by step: one at a time, turned by buttons, arrow keys and swiping. */
export function Cooking({ recipe, leaveTo }: CookingProps) {
  const t = useText();
  useFlow('cook');
  const count = recipe.steps.length;
  const [step, go] = useStep(count);
  const [areIngredientsOpen, setIngredientsOpen] = useState(false);
  const ticks = useTicks();
  const isDone = step > count;
  const turn = (by: 1 | -1) => {
    if (by === 1 ? isDone : step === 1) return;
    if (step + by > count) endFlow('cook', 'done');
    go(step + by);
  };
  const swiping = useTurning(turn);
  return (
    <div className="cook">
      <header className="cook-top">
        <PageLink
          page="recipeView"
          to={leaveTo}
          className="button-icon"
          aria-label={t('cook.leave')}
        >
          <CloseIcon />
        </PageLink>
        <PageHeading title={t('cook.title', { title: recipe.title })}>{recipe.title}</PageHeading>
        <WakeLockSwitch />
      </header>
      <progress
        className="cook-progress"
        max={count}
        value={Math.min(step, count)}
        aria-label={t('cook.progress', { step: Math.min(step, count), count })}
      />
      <div className="cook-body" {...swiping}>
        <aside className="cook-ingredients" aria-labelledby="cook-ingredients">
          <h2 id="cook-ingredients">{t('cook.ingredients')}</h2>
          <IngredientList ingredients={recipe.ingredients} ticks={ticks} />
        </aside>
        {/* One for all steps and the end: what comes together with its region is not announced. */}
        <section
          className={isDone ? 'cook-step cook-done' : 'cook-step'}
          aria-live="polite"
          aria-atomic="true"
        >
          {isDone ? (
            <CookDone recipe={recipe} leaveTo={leaveTo} />
          ) : (
            <CookStep recipe={recipe} step={step} />
          )}
        </section>
      </div>
      <nav className="cook-nav" aria-label={t('cook.title', { title: recipe.title })}>
        {/* `disabled` would take the focus from who has just pressed it. */}
        <button
          type="button"
          className="button"
          aria-disabled={step === 1}
          onClick={() => turn(-1)}
        >
          {t('cook.back')}
        </button>
        <button
          type="button"
          className="button cook-open-ingredients"
          aria-haspopup="dialog"
          onClick={() => setIngredientsOpen(true)}
        >
          {t('cook.ingredients')}
        </button>
        <button
          type="button"
          className="button button-primary"
          aria-disabled={isDone}
          onClick={() => turn(1)}
        >
          {t(step >= count ? 'cook.finish' : 'cook.next')}
        </button>
      </nav>
      <Dialog
        open={areIngredientsOpen}
        variant="sheet"
        title={t('cook.ingredients')}
        onClose={() => setIngredientsOpen(false)}
      >
        <IngredientList ingredients={recipe.ingredients} ticks={ticks} />
      </Dialog>
    </div>
  );
}
