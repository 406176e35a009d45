/** Where the page begins. */
import '@fontsource-variable/inter';
import '@fontsource-variable/vazirmatn';
import '@xyflow/react/dist/base.css';
import './ui/tokens.css';
import './ui/base.css';
import './board/board.css';
import './panels/panels.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startPreferences } from './ui/locale.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
await startPreferences();
createRoot(root).render(<App />);
