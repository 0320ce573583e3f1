import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepBuild } from '../offline/register.ts';
import { App } from './App.tsx';
import { firstPage } from './first-page.ts';
import './theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
// Not awaited at the top: the board's file takes parts of this one, and would wait for it as it for the board.
void firstPage(window.location.pathname).then(() => {
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  keepBuild();
});
