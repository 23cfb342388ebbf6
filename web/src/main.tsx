import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './ui/theme.css';
import './ui/base.css';
import './ui/ui.css';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with the id "root" to show the app in.');
}

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
