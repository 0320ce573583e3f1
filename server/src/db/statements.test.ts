import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keptStatements } from './statements.ts';

function opened() {
  const database = new Sqlite(':memory:');
  database.exec("create table road (id integer primary key, name text); insert into road values (1, '北湖路'), (2, '东林路')");
  return { database, kept: keptStatements(database) };
}

test('a statement answers rows by name, as the driver itself does', () => {
  const { database, kept } = opened();
  const sql = 'select name, id, id + 1 as next, null as missing from road where id >= ? order by id';
  expect(kept.prepare(sql).all([1])).toEqual(database.prepare(sql).all(1));
});

test('the same text is prepared once', () => {
  const { kept } = opened();
  const sql = 'select id from road';
  expect(kept.prepare(sql)).toBe(kept.prepare(sql));
});

test('a change is told how many rows it met, and its own answer', () => {
  const { kept } = opened();
  expect(kept.prepare("update road set name = '南路' where id < ?").run([3]).changes).toBe(2);
  expect(kept.prepare("update road set name = '北路' where id = ? returning id, name").all([2])).toEqual([{ id: 2, name: '北路' }]);
});

test('after the shape of a table has changed a star stands for what there is now', () => {
  const { kept } = opened();
  const sql = 'select * from road where id = 1';
  expect(kept.prepare(sql).all([])).toEqual([{ id: 1, name: '北湖路' }]);
  kept.prepare("alter table road add column level text default '区'").run([]);
  expect(kept.prepare(sql).all([])).toEqual([{ id: 1, name: '北湖路', level: '区' }]);
});

test('a statement can be asked while its rows are walked through', () => {
  const { kept } = opened();
  const statement = kept.prepare('select id from road order by id');
  const seen = [];
  for (const row of statement.iterate([])) seen.push([row, statement.all([])]);
  expect(seen).toHaveLength(2);
});

test('of many texts the ones not asked for the longest give way', () => {
  const { kept } = opened();
  const first = kept.prepare('select 0 as n');
  for (let at = 1; at <= 600; at++) kept.prepare(`select ${at} as n`);
  expect(kept.prepare('select 0 as n')).not.toBe(first);
  expect(kept.prepare('select 600 as n').all([])).toEqual([{ n: 600 }]);
});
