import type { ReactNode } from 'react';
import { useText } from '../../texts/use-text.ts';
import { DetailFields } from './fields/DetailFields.tsx';
import { MainFields } from './fields/MainFields.tsx';
import { NumberFields } from './fields/NumberFields.tsx';
import { NutritionFields } from './fields/NutritionFields.tsx';
import { LongTextField } from './fields/TextField.tsx';
import { IngredientRows } from './rows/IngredientRows.tsx';
import { StepRows } from './rows/StepRows.tsx';

/** Everything that a recipe can say. @param props.children the picture */
export function FormFields({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <>
      <div className="form-top">
        <div className="form-main">
          <MainFields />
          <NumberFields />
        </div>
        {children}
      </div>
      <IngredientRows />
      <StepRows />
      <DetailFields />
      <LongTextField
        name="notes"
        label={t('editor.notes.label')}
        hint={t('editor.notes.hint')}
        rows={3}
        maxLength={10_000}
      />
      <NutritionFields />
    </>
  );
}
