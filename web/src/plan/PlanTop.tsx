import { useState } from 'react';
import { useText } from '../texts/use-text.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ShoppingIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { MoreIcon } from '../ui/page-icons.tsx';
import { RateLimitNotice } from '../ui/RateLimitNotice.tsx';
import { toast } from '../ui/toasts.ts';
import type { Entry } from './entries.ts';
import { useShopFor } from './use-shop-for.ts';
import { useDays } from './week/use-days.ts';
import { periodOf, type Week, weekNumber } from './week/week.ts';

interface PlanTopProps {
  week: Week;
  entries: readonly Entry[];
  /** Rejects when the week before cannot be read. */
  onCopyLastWeek: () => Promise<void>;
}

/** The page's heading, and what can be done with a whole week. */
export function PlanTop({ week, entries, onCopyLastWeek }: PlanTopProps) {
  const t = useText();
  const { period, firstDay } = useDays();
  const shop = useShopFor();
  const [copyError, setCopyError] = useState<unknown>();

  const makeList = () => {
    const slots = entries.map(({ slot }) => slot);
    if (!slots.some(({ recipeId }) => recipeId)) {
      toast(t('plan.shop.nothing'));
      return;
    }
    const name = t('plan.shop.name', {
      number: weekNumber(week),
      period: period(periodOf(week, firstDay)),
    });
    shop.mutate({ name, slots, id: crypto.randomUUID() });
  };
  const copyLastWeek = () => {
    setCopyError(undefined);
    onCopyLastWeek().catch(setCopyError);
  };

  return (
    <>
      <div className="plan-top">
        <PageHeading>{t('plan.title')}</PageHeading>
        <div className="plan-tools">
          <button
            type="button"
            className="button button-primary"
            disabled={shop.isPending}
            onClick={makeList}
          >
            <ShoppingIcon />
            {t('plan.shop')}
          </button>
          <Menu label={t('plan.more')} icon={<MoreIcon />}>
            <button type="button" onClick={copyLastWeek}>
              {t('plan.copyLastWeek')}
            </button>
            <button type="button" onClick={() => window.print()}>
              {t('plan.print')}
            </button>
          </Menu>
        </div>
      </div>
      <RateLimitNotice reason={shop.isPending ? shop.failureReason : null} />
      {/* The same list with the same key: it is made once, should the first answer only be lost. */}
      {shop.isError && (
        <ErrorNotice error={shop.error} onRetry={() => shop.mutate(shop.variables)} />
      )}
      {copyError !== undefined && <ErrorNotice error={copyError} onRetry={copyLastWeek} />}
    </>
  );
}
