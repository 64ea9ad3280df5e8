// An echo server of 'ws'. Writes its port, and how each connection ended.
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    perMessageDeflate: process.argv[2] === 'deflate' ? { threshold: 0 } : false,
    handleProtocols: names => (names.has('echo') ? 'echo' : false),
});
server.on('listening', () => console.log(`port ${server.address().port}`));
server.on('connection', socket => {
    socket.on('message', (data, isBinary) => {
        // In fragments, with a Ping between them.
        const middle = data.length >> 1;
        socket.send(data.subarray(0, middle), { binary: isBinary, fin: false });
        socket.ping('between');
        socket.send(data.subarray(middle), { binary: isBinary, fin: true });
    });
    socket.on('pong', data => console.log(`pong ${data}`));
    socket.on('error', error => console.log(`error ${error.message}`));
    socket.on('close', (code, reason) => console.log(`close ${code} ${reason}`));
});
