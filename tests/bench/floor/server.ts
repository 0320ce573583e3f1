import { readFileSync } from 'node:fs';
import path from 'node:path';
import { initTRPC } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { z } from 'zod';

// What the server cannot be faster than: Express sending bytes that are there already, and a bare tRPC mutation with one
// transaction on a database that waits for the disk. Run as a process of its own: FOLDER PORT.
const [folder = '.', port = '0'] = process.argv.slice(2);
const board = readFileSync(path.join(folder, 'board.gz'));
const database = new Sqlite(path.join(folder, 'floor.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('drop table if exists card');
database.exec('create table card (id integer primary key, place integer, version integer)');
for (let id = 1; id <= 4_000; id++) database.prepare('insert into card values (?, 0, 1)').run(id);
const read = database.prepare<[number], { version: number }>('select * from card where id = ?');
const write = database.prepare('update card set place = ?, version = version + 1 where id = ? and version = ?');
const move = database.transaction((id: number, place: number) => write.run(place, id, read.get(id)?.version ?? 0).changes);

const t = initTRPC.create();
const router = t.router({
  move: t.procedure
    .input(z.strictObject({ id: z.number().int(), place: z.number().int() }))
    .mutation(({ input }) => move.immediate(input.id, input.place)),
});

const app = express();
app.get('/bytes', (_request, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', board.length);
  response.end(board);
});
app.use('/trpc', createExpressMiddleware({ router }));
app.use(express.static(path.join(folder, 'page')));
app.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
