import * as v from 'valibot'
import type { Post, PostHolder } from '../../domain/post.ts'
import type { PostStore } from '../../usecases/ports.ts'
import { postsList } from '../columns/posts.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  PostTitle: textField,
  Unit: textField,
  HolderObject: textField,
  HolderName: textField,
  HolderAddress: textField,
  DeputyObject: textField,
  DeputyName: textField,
  DeputyAddress: textField,
  HeadObject: textField,
  HeadName: textField,
  HeadAddress: textField,
})

function holder(objectId: string, name: string, address: string): PostHolder | null {
  return objectId === '' ? null : { objectId, name, address }
}

const mapping: RowMapping<Post, typeof postsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Post => ({
        key: row.Key,
        title: row.PostTitle,
        unit: row.Unit,
        holder: holder(row.HolderObject, row.HolderName, row.HolderAddress),
        deputy: holder(row.DeputyObject, row.DeputyName, row.DeputyAddress),
        headOfUnit: holder(row.HeadObject, row.HeadName, row.HeadAddress),
      }),
    ),
  ),
  toFields: (post) => ({
    Key: post.key,
    PostTitle: post.title,
    Unit: post.unit,
    HolderObject: post.holder?.objectId ?? null,
    HolderName: post.holder?.name ?? null,
    HolderAddress: post.holder?.address ?? null,
    DeputyObject: post.deputy?.objectId ?? null,
    DeputyName: post.deputy?.name ?? null,
    DeputyAddress: post.deputy?.address ?? null,
    HeadObject: post.headOfUnit?.objectId ?? null,
    HeadName: post.headOfUnit?.name ?? null,
    HeadAddress: post.headOfUnit?.address ?? null,
  }),
  title: (post) => post.title,
}

/** The posts and who holds them. */
export function postStore(site: SiteContext): PostStore {
  const { where: _, ...store } = listStore(site, postsList, mapping)
  return store
}
