import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepBuild } from '../offline/register.ts';
import { App } from './App.tsx';
import { boardFile } from './routes.ts';
import './theme.css';

// The board's file comes while the session is still being asked for; who has no board is sent elsewhere all the same.
if (window.location.pathname === '/') void boardFile().catch(() => undefined);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepBuild();
