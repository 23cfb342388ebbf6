import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { toast } from '../../ui/toasts.ts';
import { Section } from '../Section.tsx';
import { NewLink } from './NewLink.tsx';
import { calendarQuery, createCalendarLink, removeCalendarLink } from './requests.ts';

/** The meal plan in other calendars: a link that is made, made anew, and ended. */
export function CalendarFeed() {
  const t = useText();
  const queries = useQueryClient();
  const link = useQuery(calendarQuery);
  const since = link.data?.createdAt;
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const make = useMutation({
    mutationFn: createCalendarLink,
    onSuccess: () => queries.invalidateQueries({ queryKey: calendarQuery.queryKey }),
  });
  const remove = useMutation({
    mutationFn: removeCalendarLink,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
      make.reset();
      toast(t('account.calendar.removed'));
    },
  });
  const busy = make.isPending || remove.isPending;
  const makeLink = () => make.mutate(crypto.randomUUID());

  return (
    <Section title={t('account.calendar.title')}>
      <p>{t('account.calendar.text')}</p>
      {link.isPending && (
        <Loading label={t('account.calendar.loading')}>
          <Bone className="bone-line" />
        </Loading>
      )}
      {link.error && <ErrorNotice error={link.error} onRetry={() => void link.refetch()} />}
      {make.data && <NewLink url={make.data.url} />}
      {since && !make.data && <p>{t('account.calendar.since', { date: dateOf(since) })}</p>}
      {make.error && <ErrorNotice error={make.error} onRetry={() => make.mutate(make.variables)} />}
      {remove.error && <ErrorNotice error={remove.error} onRetry={() => remove.mutate()} />}
      {link.data && !since && (
        <button type="button" className="button" disabled={busy} onClick={makeLink}>
          {t(busy ? 'common.pleaseWait' : 'account.calendar.make')}
        </button>
      )}
      {since && (
        <div className="settings-actions">
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => setAsking('renew')}
          >
            {t('account.calendar.renew')}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => setAsking('remove')}
          >
            {t('account.calendar.remove')}
          </button>
        </div>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={t(asking === 'renew' ? 'account.calendar.renewAsk' : 'account.calendar.removeAsk')}
        text={t('account.calendar.stops')}
        action={t(asking === 'renew' ? 'account.calendar.renew' : 'account.calendar.remove')}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          if (asking === 'renew') makeLink();
          else remove.mutate();
        }}
      />
    </Section>
  );
}

function dateOf(time: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' }).format(new Date(time));
}
