/**
 * `npm run dev`: the same server, with the page served from its sources by Vite on the same port. Vite puts
 * scripts into the page, so the page has no content security policy here; the interface is as it always is. `/dev/inspect`
 * tells what the open rooms hold.
 */
import { createServer } from 'vite';
import { inspect } from './http/inspect.ts';
import { runProcess } from './process.ts';
import { type ServerOptions, startServer } from './server.ts';

const front: ServerOptions['front'] = async ({ server, rooms }) => {
  const vite = await createServer({
    configFile: 'vite.config.ts',
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    serve: (request, response) => {
      if (!inspect(rooms, { request, response })) vite.middlewares(request, response);
    },
    close: () => vite.close(),
  };
};

await runProcess((given) => startServer({ ...given, page: null, front }));
