/** Where the page begins. */
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startPreferences } from './ui/locale.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
await startPreferences();
createRoot(root).render(<App />);
