import type { Stores } from '../../../src/bot/wire.ts'
import { applyDecision, type Decision } from '../../../src/domain/decide.ts'
import type { DueEntry } from '../../../src/domain/dueLedger.ts'
import type { PostHolder } from '../../../src/domain/post.ts'
import { openDeadline, type Recommendation } from '../../../src/domain/recommendation.ts'
import type { Stored } from '../../../src/usecases/ports.ts'
import { type TellDeps, type Told, tellAnswer, tellDeciders } from '../../../src/usecases/tellAtOnce.ts'
import { daniel } from './settings.ts'

/** What somebody else does, so that the one in front of the playground gets the card that follows from it. */
export type Arranged = 'asks-for-extension' | 'asks-for-sign-off' | 'answers-extension' | 'owns-many'

type Deps = Omit<TellDeps, 'wait' | 'recommendations' | 'posts'> & Pick<Stores, 'recommendations' | 'posts'>

const helen = { objectId: '00000000-0000-4000-8000-000000000004', name: 'Helen Carver' }
/** Nothing that is arranged is the same twice: neither its moment nor its name. */
let calls = 0
const at = () => `2021-06-16T09:${String(calls).padStart(2, '0')}:00.000Z`
const today = '2021-06-16'

/** Makes Daniel Okafor the board secretary where he is to decide, lets the other act, and sends the card. */
export async function arrange(stores: Deps, what: Arranged): Promise<Told | null> {
  calls += 1
  if (what === 'owns-many') return ownMany(stores)
  const deps: TellDeps = { ...stores, wait: async () => undefined }
  const input = (row: Stored<Recommendation>) => ({
    rowRef: row.id,
    today,
    time: null,
    run: `arranged-${calls}`,
  })
  if (what === 'answers-extension') {
    const asked = await find(stores, (row) => row.extensionRequest?.askedByObject === daniel.id)
    const row = await act(stores, asked, { does: 'answer-extension', agreed: true, reason: '' }, helen, [
      'Secretary',
    ])
    return tellAnswer(deps, input(row))
  }
  await becomeSecretary(stores, { objectId: daniel.id, name: daniel.name, address: daniel.email })
  const free = await find(
    stores,
    (row) =>
      row.status === 'AMBER' &&
      row.extensionRequest === null &&
      row.signOff === null &&
      row.evidence.length === 0,
  )
  const by = ['Administrator'] as const
  if (what === 'asks-for-extension') {
    const ask: Decision = {
      does: 'ask-extension',
      to: `${2022 + calls}-12-31`,
      reason: 'The supplier is late.',
    }
    return tellDeciders(deps, input(await act(stores, free, ask, helen, by)))
  }
  const link = 'https://example.org/policy'
  const shown = await act(stores, free, { does: 'add-evidence', title: 'Policy', link }, helen, by)
  return tellDeciders(deps, input(await act(stores, shown, { does: 'ask-sign-off', note: '' }, helen, by)))
}

async function find(stores: Deps, test: (row: Recommendation) => boolean): Promise<Stored<Recommendation>> {
  const { rows } = await stores.recommendations.all()
  const found = rows.find(({ value }) => test(value))
  if (!found) throw new Error('The sample has no row for this.')
  return found
}

async function act(
  stores: Deps,
  row: Stored<Recommendation>,
  decision: Decision,
  who: { readonly objectId: string; readonly name: string },
  roles: readonly ('Administrator' | 'Secretary')[],
): Promise<Stored<Recommendation>> {
  const actor = { ...who, signInName: '', roles }
  const outcome = applyDecision(row.value, decision, { actor, heldPosts: [], posts: [], at: at(), today })
  if (!outcome.ok) throw new Error(outcome.code)
  const saved = await stores.recommendations.save(row, outcome.next)
  if (!saved.ok) throw new Error('Somebody saved in between.')
  return saved.row
}

async function becomeSecretary(stores: Deps, holder: PostHolder): Promise<void> {
  const post = await stores.posts.byKey('board-secretary')
  if (!post) throw new Error('The sample has no board secretary.')
  await stores.posts.save(post, { ...post.value, holder })
}

/** Gives Daniel Okafor's post more rows than a card has room for with all their answers. */
async function ownMany(stores: Deps): Promise<null> {
  const posts = (await stores.posts.all()).rows.map(({ value }) => value)
  const mine = posts.find(({ key, holder }) => holder?.objectId === daniel.id && key !== 'board-secretary')
  const { rows } = await stores.recommendations.all()
  const due = rows.filter(({ value }) => value.extensionRequest === null && openDeadline(value) !== null)
  for (const row of due.slice(0, 9)) {
    const next = { ...row.value, ownerPost: mine?.key ?? null, due: [dueSoon] }
    await stores.recommendations.save(row, next)
  }
  return null
}

const dueSoon: DueEntry = {
  ...{ text: '9 July 2021', verb: 'none', date: '2021-07-09', precision: 'day', purpose: '', tags: [] },
}
