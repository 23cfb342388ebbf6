import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { useSession } from '../auth/use-session.ts';
import { onBackOnline } from '../offline/connection.ts';
import { Timers } from '../recipes/timers/Timers.tsx';

/** Lets signed-in people through and sends everyone else to sign in, and back afterwards. */
export default function SignedInArea() {
  const { user, ended } = useSession();
  const location = useLocation();
  if (user) return <UserData key={user.id} />;
  // Who signs in after a sign-out may be someone else: they start at their own recipes.
  const from = ended === 'signed-out' ? undefined : location.pathname + location.search;
  return <Navigate to="/sign-in" state={{ from }} replace />;
}

/** One person's data: it is gone from memory when they sign out. */
function UserData() {
  const [client] = useState(createQueryClient);
  // What was kept on the device may have changed on the server meanwhile.
  useEffect(() => onBackOnline(() => void client.invalidateQueries()), [client]);
  return (
    <QueryClientProvider client={client}>
      <Outlet />
      <Timers />
    </QueryClientProvider>
  );
}
