/** Where the page begins. */
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/vazirmatn';
import '@xyflow/react/dist/base.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/popups.css';
import './board/canvas.css';
import './board/nodes/nodes.css';
import './board/nodes/states.css';
import './board/links/links.css';
import './board/overlays.css';
import './board/levels.css';
import './panels/topBar.css';
import './panels/bars.css';
import './panels/inspector/inspector.css';
import './app/app.css';
import './panels/narrow.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startPreferences } from './ui/locale.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
await startPreferences();
createRoot(root).render(<App />);
