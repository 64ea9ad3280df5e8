// A client of 'ws': sends messages of every kind to an echo server, compares what comes back, and closes. Writes a line for each.
const WebSocket = require('ws');

const [url, compression] = process.argv.slice(2);
const socket = new WebSocket(url, ['soap', 'echo'], { perMessageDeflate: compression === 'deflate' ? { threshold: 0 } : false });
const text = 'Gr\u00fc\u00dfe \u20ac \u{1F600} ';
const messages = ['', 'Hello', text.repeat(10000), Buffer.alloc(0), Buffer.from([0, 255, 254]), Buffer.alloc(300000, 7), Buffer.alloc(65535), 'last'];
const expected = [...messages, 'one two three'];
let received = 0;

socket.on('open', () => {
    console.log(`open ${socket.protocol} ${socket.extensions}`);
    for (const message of messages)
        socket.send(message);
    socket.send('one ', { fin: false });
    socket.ping('between');
    socket.send('two ', { fin: false });
    socket.send('three', { fin: true });
});
socket.on('pong', data => console.log(`pong ${data}`));
socket.on('message', (data, isBinary) => {
    const wanted = Buffer.from(expected[received++]);
    const same = wanted.equals(data) && isBinary === (typeof expected[received - 1] !== 'string');
    console.log(`${isBinary ? 'binary' : 'text'} ${data.length} ${same ? 'same' : 'differs'}`);
    if (received === expected.length)
        socket.close(4321, 'enough');
});
socket.on('close', (code, reason) => console.log(`close ${code} ${reason}`));
socket.on('error', error => console.log(`error ${error.message}`));
