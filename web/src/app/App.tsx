import { BrowserRouter, createRoutesFromElements, Route, useRoutes } from 'react-router';
import { useRouteSignal } from '../telemetry/use-route-signal.ts';
import { pages, SignedInArea } from './pages.ts';
import { Shell } from './Shell.tsx';

/** Which page stands at which address. */
export const routes = createRoutesFromElements(
  <Route element={<Shell />}>
    <Route index element={<pages.welcome.Component />} />
    <Route path="sign-in" element={<pages.signIn.Component />} />
    <Route path="register" element={<pages.register.Component />} />
    <Route path="forgot-password" element={<pages.forgotPassword.Component />} />
    <Route path="reset-password" element={<pages.resetPassword.Component />} />
    <Route element={<SignedInArea />}>
      <Route path="recipes" element={<pages.recipeList.Component />} />
      <Route path="recipes/new" element={<pages.recipeNew.Component />} />
      <Route path="recipes/save" element={<pages.saveShared.Component />} />
      <Route path="recipes/import" element={<pages.recipeImport.Component />} />
      <Route path="recipes/:id/edit" element={<pages.recipeEdit.Component />} />
      <Route path="recipes/:id" element={<pages.recipeView.Component />} />
      <Route path="recipes/:id/cook" element={<pages.recipeCook.Component />} />
      <Route path="collections" element={<pages.collections.Component />} />
      <Route path="collections/:id" element={<pages.collection.Component />} />
      <Route path="plan" element={<pages.plan.Component />} />
      <Route path="shopping" element={<pages.shoppingLists.Component />} />
      <Route path="shopping/:id" element={<pages.shoppingList.Component />} />
      <Route path="account" element={<pages.account.Component />} />
      <Route path="account/shares" element={<pages.shares.Component />} />
    </Route>
    <Route path="*" element={<pages.notFound.Component />} />
  </Route>,
);

export function App() {
  return (
    <BrowserRouter>
      <CurrentPage />
    </BrowserRouter>
  );
}

function CurrentPage() {
  useRouteSignal(routes);
  return useRoutes(routes);
}
