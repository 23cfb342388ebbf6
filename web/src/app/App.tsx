import { BrowserRouter, Route, Routes } from 'react-router';
import { pages, SignedInArea } from './pages.ts';
import { Shell } from './Shell.tsx';

/** Which page stands at which address. */
export function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<pages.welcome.Component />} />
          <Route path="sign-in" element={<pages.signIn.Component />} />
          <Route path="register" element={<pages.register.Component />} />
          <Route path="recipes" element={<SignedInArea />}>
            <Route index element={<pages.recipeList.Component />} />
            <Route path="new" element={<pages.recipeNew.Component />} />
            <Route path=":id" element={<pages.recipeView.Component />} />
          </Route>
          <Route path="*" element={<pages.notFound.Component />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
