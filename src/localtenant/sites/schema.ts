import type { DatabaseSync } from 'node:sqlite'

/** The tables of the SharePoint site: lists, columns, items with their index and history, and who was granted what. */
export function createSiteTables(db: DatabaseSync): void {
  db.exec(`
    create table if not exists site_permissions (id text primary key, roles text not null, app_id text not null, app_name text);
    create table if not exists lists (
      id text primary key, title text not null unique collate nocase, name text not null, description text not null,
      template text not null, hidden integer not null, version integer not null, next_id integer not null,
      created text not null, modified text not null, created_by text not null);
    create table if not exists columns (
      id text not null, list_id text not null, name text not null collate nocase, definition text not null,
      primary key (list_id, id));
    create unique index if not exists columns_by_name on columns (list_id, name);
    create table if not exists items (
      list_id text not null, id integer not null, guid text not null, version integer not null,
      created text not null, modified text not null, author integer not null, editor integer not null,
      created_by text not null, modified_by text not null, fields text not null, primary key (list_id, id));
    create table if not exists item_index (
      list_id text not null, column text not null, value collate nocase, item_id integer not null);
    create index if not exists item_index_by_value on item_index (list_id, column, value, item_id);
    create index if not exists item_index_by_item on item_index (list_id, item_id, column);
    create table if not exists item_versions (
      list_id text not null, item_id integer not null, version integer not null, modified text not null,
      editor integer not null, modified_by text not null, fields text not null,
      primary key (list_id, item_id, version));
    create table if not exists item_changes (
      seq integer primary key autoincrement, list_id text not null, item_id integer not null, guid text not null,
      deleted integer not null);
    create index if not exists item_changes_by_list on item_changes (list_id, seq);
  `)
}
