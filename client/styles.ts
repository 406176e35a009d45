/** What every page needs before its components: the order of the layers, the fonts, and the sheets of classes that all share. */
import './layers.css';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/vazirmatn';
import './ui/tokens.css';
import './ui/base.css';
import './ui/hue.css';
import './ui/button.css';
import './ui/field.css';
import './ui/pieces.css';
import './ui/menu.css';
import './ui/dialog.css';
import './ui/adapt.css';
