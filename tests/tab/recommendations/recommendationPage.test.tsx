/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { M365Error } from '../../../src/domain/m365Error.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import type { Person } from '../../../src/domain/roles.ts'
import type { RowVersions } from '../../../src/usecases/ports.ts'
import { drawOpened, user } from '../../support/decisionScreen.tsx'
import {
  aPost,
  aRecommendation,
  aReport,
  holderOf,
  officer,
  owner,
  secretary,
} from '../../support/register.ts'
import { registerInMemory } from '../../support/registerScreen.tsx'

function draw(changes: Partial<Recommendation> = {}, more: Parameters<typeof registerInMemory>[0] = {}) {
  const lists = registerInMemory({ rows: [aRecommendation(changes)], ...more })
  drawOpened(lists)
  return lists
}
const fact = async (term: string) => (await screen.findByText(term)).nextElementSibling

beforeEach(() => window.localStorage.clear())

describe('the facts', () => {
  test('say who holds the post, who deputises, and who heads the unit', async () => {
    draw({}, { posts: [aPost({ deputy: holderOf(officer), headOfUnit: holderOf(secretary) })] })
    expect(await fact('Owner')).toHaveTextContent(
      'T/DCI Crime, CrimeHeld by Daniel Okafor; deputy Amira Hassan; head of unit Helen Carver',
    )
  })
  test('let a vacancy stand out', async () => {
    draw({}, { posts: [aPost({ holder: null })] })
    expect(await screen.findByText('Vacant')).toBeVisible()
    expect(screen.getByText('The owning post is vacant.')).toBeVisible()
  })
  test.each([
    ['yes', 'Yes'],
    ['in-part', 'In part'],
    ['no', 'No'],
    [null, 'Not decided yet'],
  ] as const)('say whether it applies, apart from the colour: %s', async (applies, words) => {
    draw({ applies, status: 'WHITE' })
    expect(await fact('Applies to the force')).toHaveTextContent(words)
  })
  test('put the inspectorate’s status beside the force’s, with the days between', async () => {
    const green = {
      at: '2021-05-01T09:00:00.000Z',
      by: 'H',
      byObject: 'h',
      field: 'status',
      via: 'tab',
    } as const
    draw({
      status: 'GREEN',
      history: [{ ...green, from: 'AMBER', to: 'GREEN' }],
      inspectorate: [{ status: 'complete', on: '2021-05-21', note: '' }],
    })
    expect(await fact('Inspectorate')).toHaveTextContent(
      'Complete since 21 May 2021The force says done since 1 May 2021; 20 days until the inspectorate agreed',
    )
  })
  test('show the statutory clock of the report with the days left', async () => {
    const nothing = {
      setTo: null,
      extensionAskedOn: null,
      stoppedOn: null,
      resumedOn: null,
      respondedOn: null,
    }
    const clock = { kind: 'section-55', from: '2021-05-01', ...nothing, publishedOn: null, note: '' } as const
    draw({}, { reports: [aReport({ clocks: [clock] })] })
    expect(await fact('Statutory clock')).toHaveTextContent(
      '24 days left from 1 May 2021, last day 25 June 2021',
    )
  })
})

describe('what to see to', () => {
  test('where the status and the rules part, both are said and nothing is changed', async () => {
    const lists = draw({ due: [{ ...aRecommendation().due[0], date: '2021-04-30' } as never] })
    expect(
      await screen.findByText(/It is AMBER\. The rules suggest RED, because its deadline has passed/),
    ).toBeVisible()
    expect(lists.recommendations.peek('1').value.status).toBe('AMBER')
  })
  test('each point offers the form that settles it, to those who may', async () => {
    draw({ status: 'WHITE', applies: 'yes' }, { me: secretary })
    const point = within(
      (await screen.findByText('It waits, but it does not say for which body.')).closest('li') as HTMLElement,
    )
    expect(point.getByRole('button', { name: /^Whom it waits for/ })).toBeVisible()
  })
})

test('the parts show their own status and comment, and what they amount to', async () => {
  draw({
    elements: [
      { label: '[1]', text: 'Review.', status: 'GREEN', comment: 'Reviewed.' },
      { label: '[2]', text: 'Publish.', status: 'RED', comment: '' },
    ],
  })
  const parts = within(await screen.findByRole('list', { name: 'Parts' }))
  expect(parts.getAllByRole('listitem').map((part) => part.textContent)).toEqual([
    expect.stringContaining('[1]Review.Reviewed.GREEN'),
    expect.stringContaining('[2]Publish.RED'),
  ])
  expect(screen.getByText(/The parts together suggest/)).toHaveTextContent(
    'The parts together suggest RED; it is AMBER, because people decide',
  )
})

describe('evidence', () => {
  const evidence = { at: '2021-05-01T09:00:00.000Z', by: owner.name, byObject: owner.objectId }
  test('opens outside the app, without a way back into it', async () => {
    draw({ evidence: [{ ...evidence, title: 'Policy', link: 'https://force.example/p' }] })
    const link = await screen.findByRole('link', { name: 'Policy' })
    expect(link).toHaveAttribute('href', 'https://force.example/p')
    expect(link.getAttribute('rel')).toContain('noopener')
    expect(screen.getByText(/on force.example/)).toBeVisible()
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///c:/x', '//force.example'])(
    'with the address %s is no link',
    async (link) => {
      draw({ evidence: [{ ...evidence, title: 'Policy', link }] })
      expect(await screen.findByText(/not a web address/)).toBeVisible()
      expect(screen.queryByRole('link')).toBeNull()
    },
  )
})

describe('links', () => {
  const other = aRecommendation({ number: '9' })
  test('open the row where the register holds it', async () => {
    draw(
      {},
      {
        rows: [
          aRecommendation({ links: [{ kind: 'depends-on', to: 'recommendation 9', note: 'first' }] }),
          other,
        ],
      },
    )
    const [link] = await screen.findAllByRole('button', { name: /^Recommendation 9, Understanding/ })
    await user.click(link as HTMLElement)
    expect(window.location.hash).toBe('#/recommendations/2')
  })
  test('say so where it does not', async () => {
    draw({ links: [{ kind: 'see', to: 'Mackey review', note: '' }] })
    expect(await screen.findByText(/Mackey review \(not in the register\)/)).toBeVisible()
  })
  test('are seen from the other end too', async () => {
    draw(
      {},
      {
        rows: [
          aRecommendation(),
          aRecommendation({
            number: '9',
            links: [{ kind: 'depends-on', to: 'hate-crime-2018-07/8', note: '' }],
          }),
        ],
      },
    )
    expect(await screen.findByText(/^Needed by/)).toHaveTextContent('Needed by Recommendation 9')
  })
})

describe('the history', () => {
  const change = { at: '2021-05-01T09:00:00.000Z', by: 'Daniel Okafor', byObject: 'o', via: 'tab' } as const
  const logged = { ...change, field: 'status', from: 'AMBER', to: 'RED', why: 'Missed.' } as const
  function drawHistory(versions: RowVersions, me: Person = owner) {
    const row = aRecommendation({ status: 'RED', applies: 'yes', history: [logged] })
    const lists = { ...registerInMemory({ rows: [row], me }), versions }
    drawOpened(lists)
    return row
  }
  const lines = async () =>
    within(await screen.findByRole('list', { name: 'History of changes' })).getAllByRole('listitem')

  test('shows what was changed in SharePoint itself, by whom and when, between our own lines', async () => {
    const by = { by: 'Tom Brandt', byObject: 't', mark: 'm1' }
    const asked: string[] = []
    const row = aRecommendation({ status: 'RED', history: [logged] })
    drawHistory({
      async ofRecommendation(id) {
        asked.push(id)
        return [
          { ...by, number: 1, at: '2021-05-01T09:00:00.000Z', value: { ...row, applies: 'no' } },
          { ...by, number: 2, at: '2021-05-02T09:00:00.000Z', value: { ...row, applies: 'yes' } },
        ]
      },
    })
    expect(await screen.findByText(/in SharePoint itself$/)).toBeVisible()
    expect((await lines()).map((line) => line.textContent)).toEqual([
      'Tom Brandt decided whether it applies in SharePoint itself2 May 2021 at 10:00no → yes',
      'Daniel Okafor changed the status1 May 2021 at 10:00AMBER → REDWhy: Missed.',
    ])
    expect(asked).toEqual(['1'])
  })
  test('keeps our own lines when SharePoint cannot be asked, says so, and tries again', async () => {
    let down = true
    drawHistory({
      async ofRecommendation() {
        if (down) throw new M365Error('unavailable', 'Microsoft 365 could not be reached.')
        return []
      },
    })
    expect(await screen.findByText(/Changes made in SharePoint itself could not be read/)).toBeVisible()
    expect(await lines()).toHaveLength(1)
    down = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await lines()).toHaveLength(1)
    expect(screen.queryByText(/could not be read/)).toBeNull()
  })
})

test('a post is changed from the owner line: vacated, with everything else as it was', async () => {
  const lists = draw({}, { me: secretary })
  await user.click(await screen.findByRole('button', { name: 'Who holds this post' }))
  const form = within(await screen.findByRole('dialog'))
  await user.selectOptions(form.getByLabelText('Holder'), 'Vacant')
  await user.selectOptions(form.getByLabelText(/^Deputy/), 'Daniel Okafor (daniel.okafor@thameside.example)')
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Vacant')).toBeVisible()
  expect(lists.posts.peek('1').value).toMatchObject({ holder: null, deputy: { name: 'Daniel Okafor' } })
})

test('a new post is made vacant, and one of the same name is refused without losing what was typed', async () => {
  const lists = draw({}, { me: secretary })
  const make = async (title: string) => {
    const form = within(await screen.findByRole('dialog'))
    await user.clear(form.getByLabelText(/^Title of the post/))
    await user.type(form.getByLabelText(/^Title of the post/), title)
    await user.click(form.getByRole('button', { name: 'Make the post' }))
  }
  await user.click(await screen.findByRole('button', { name: 'New post' }))
  await make('T/DCI Crime')
  expect(await screen.findByText('There is a post of that title already.')).toBeVisible()
  await make('Head of Custody')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await lists.posts.byKey('head-of-custody')).toMatchObject({
    value: { title: 'Head of Custody', holder: null, deputy: null },
  })
})

test('whoever is not the secretary does not change posts', async () => {
  draw({}, { me: owner })
  await screen.findByRole('article')
  expect(screen.queryByRole('button', { name: 'Who holds this post' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'New post' })).toBeNull()
})
