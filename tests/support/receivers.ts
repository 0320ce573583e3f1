import http from 'node:http';
import net from 'node:net';

/** A letter as a mail server was handed it. */
export type Letter = { from: string; to: string[]; data: string; user: string | null };

/** A mail server on this machine that keeps what it is given. It refuses everything while `refusal` is set. */
export async function openMailServer() {
  const letters: Letter[] = [];
  const state: { refusal: string | null } = { refusal: null };
  const server = net.createServer((socket) => {
    let unread = '';
    let isData = false;
    let letter: Letter = { from: '', to: [], data: '', user: null };
    /** What is answered to a line; null while a letter is being read. */
    function answerTo(line: string): string | null {
      if (isData && line !== '.') {
        letter.data += `${line}\n`;
        return null;
      }
      const [word, rest] = [line.slice(0, 4).toUpperCase(), line.slice(5)];
      if (isData) {
        isData = false;
        letters.push(letter);
        letter = { ...letter, from: '', to: [], data: '' };
      }
      if (word === 'EHLO') return '250-here\r\n250 AUTH PLAIN';
      if (word === 'AUTH') {
        const signIn = Buffer.from(rest.split(' ')[1] ?? '', 'base64').toString();
        letter.user = signIn.split('\0').slice(1).join(' ');
        return '235 known';
      }
      if (word === 'MAIL' && state.refusal) return state.refusal;
      if (word === 'MAIL') letter.from = address(rest);
      if (word === 'RCPT') letter.to.push(address(rest));
      if (word === 'QUIT') return '221 bye';
      isData = word === 'DATA';
      return isData ? '354 go on' : '250 ok';
    }
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (unread + chunk.toString()).split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        const answer = answerTo(line);
        if (answer !== null) socket.write(`${answer}\r\n`);
      }
    });
    socket.write('220 here\r\n');
  });
  const port = await listen(server);
  return { port, letters, state, close: () => closed(server) };
}

/** A chat robot on this machine: keeps what was posted, and answers as it is told. */
export async function openRobot() {
  const posts: { path: string; body: unknown }[] = [];
  const state = { status: 200, answer: { errcode: 0, errmsg: 'ok' } };
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      posts.push({ path: request.url ?? '', body: JSON.parse(text) });
      response.writeHead(state.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(state.answer));
    });
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/robot/send?key=secret-key`, posts, state, close: () => closed(server) };
}

const address = (text: string) => /<([^>]*)>/.exec(text)?.[1] ?? '';

function listen(server: net.Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      resolve(typeof at === 'object' && at ? at.port : 0);
    });
  });
}

function closed(server: net.Server | http.Server): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
