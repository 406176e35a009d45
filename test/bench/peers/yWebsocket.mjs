/** `@y/websocket-server` as its own `server.js` sets it up, on a free port and without compression. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setupWSConnection } from '@y/websocket-server/utils';

// The version of ws that it brings along.
const { Server } = createRequire(import.meta.resolve('@y/websocket-server/utils'))('ws');
const sockets = new Server({ noServer: true, perMessageDeflate: false });
sockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
});
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
