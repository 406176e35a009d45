/** Works out a layout off the main thread: one question in, one answer out. */
import { type TidyInput, tidyLayout } from './layout.ts';

addEventListener('message', ({ data }: MessageEvent<TidyInput>) => {
  postMessage([...tidyLayout(data)]);
});
