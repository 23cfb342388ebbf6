import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { session } from '../auth/session.ts';
import { useSession } from '../auth/use-session.ts';
import { onBackOnline } from '../offline/connection.ts';
import { Timers } from '../recipes/timers/Timers.tsx';
import { whenIdle } from '../when-idle.ts';
import { WaitingChanges } from './WaitingChanges.tsx';

/** Lets signed-in people through and sends everyone else to sign in, and back afterwards. */
export default function SignedInArea() {
  const { user, ended } = useSession();
  const location = useLocation();
  if (user) return <UserData key={user.id} userId={user.id} />;
  // Who signs in after a sign-out may be someone else: they start at their own recipes.
  const from =
    ended === 'signed-out' ? undefined : location.pathname + location.search + location.hash;
  return <Navigate to="/sign-in" state={{ from }} replace />;
}

/** One person's data: it is gone from memory when they sign out. */
function UserData({ userId }: { userId: string }) {
  const [client] = useState(createQueryClient);
  useEffect(() => sendShopping(userId), [userId]);
  // What was kept on the device may have changed on the server meanwhile.
  useEffect(() => onBackOnline(() => void client.invalidateQueries()), [client]);
  return (
    <QueryClientProvider client={client}>
      <WaitingChanges />
      <Outlet />
      <Timers />
    </QueryClientProvider>
  );
}

/** Sends what somebody did to their shopping lists offline, whatever page they come back to. */
function sendShopping(userId: string): void {
  whenIdle(() => {
    if (session.getSnapshot().user?.id !== userId) return;
    // What cannot be fetched now is fetched with the next page that shows a list.
    import('../shopping/offline/shopping.ts')
      .then(({ openShopping }) => openShopping(userId))
      .catch(() => undefined);
  });
}
