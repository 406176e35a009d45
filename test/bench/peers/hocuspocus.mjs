/** `@hocuspocus/server` with its defaults, no storage. */
import { Server } from '@hocuspocus/server';

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  // Rooms of the bench are left and entered again.
  unloadImmediately: false,
});
await server.listen();
console.log(`listening on ${server.httpServer.address().port}`);
