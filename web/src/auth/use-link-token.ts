import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The secret that a link brought after `#`, which browsers send to no server. It is taken out of the address at
 * once, so that it stays in no history and on no screenshot; a reload forgets it.
 * @param read finds it in the fragment; empty when it is not there
 */
export function useLinkToken(read: (fragment: string) => string): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const found = read(hash.slice(1));
  const [token, setToken] = useState(found);

  useEffect(() => {
    if (!found) return;
    setToken(found);
    navigate(pathname, { replace: true });
  }, [found, pathname, navigate]);

  return found || token;
}
