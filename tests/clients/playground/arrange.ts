import type { Stores } from '../../../src/bot/wire.ts'
import { applyDecision, type Decision } from '../../../src/domain/decide.ts'
import type { PostHolder } from '../../../src/domain/post.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import type { Stored } from '../../../src/usecases/ports.ts'
import { type TellDeps, type Told, tellAnswer, tellDeciders } from '../../../src/usecases/tellAtOnce.ts'
import { daniel } from './settings.ts'

/** What somebody else does, so that the one in front of the playground gets the card that follows from it. */
export type Arranged = 'asks-for-extension' | 'asks-for-sign-off' | 'answers-extension'

type Deps = Omit<TellDeps, 'wait' | 'recommendations' | 'posts'> & Pick<Stores, 'recommendations' | 'posts'>

const helen = { objectId: '00000000-0000-4000-8000-000000000004', name: 'Helen Carver' }
const at = '2021-06-16T09:00:00.000Z'
const today = '2021-06-16'

/** Makes Daniel Okafor the board secretary where he is to decide, lets the other act, and sends the card. */
export async function arrange(stores: Deps, what: Arranged): Promise<Told> {
  const deps: TellDeps = { ...stores, wait: async () => undefined }
  const input = (row: Stored<Recommendation>) => ({
    rowRef: row.id,
    today,
    time: null,
    run: `arranged-${what}`,
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
    const ask: Decision = { does: 'ask-extension', to: '2022-12-31', reason: 'The supplier is late.' }
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
  const outcome = applyDecision(row.value, decision, { actor, heldPosts: [], posts: [], at, today })
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
