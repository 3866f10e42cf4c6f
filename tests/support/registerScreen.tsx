import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Person } from '../../src/domain/roles.ts'
import { AnnouncerProvider } from '../../src/tab/ui/announcer.tsx'
import { NavigationProvider } from '../../src/tab/ui/navigation.tsx'
import { type Services, ServicesProvider } from '../../src/tab/ui/services.tsx'
import type { Clock, RowVersions } from '../../src/usecases/ports.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { aPost, aRecommendation, aReport, MemoryRecommendations, owner, standingClock } from './register.ts'

// jsdom measures nothing, and a virtual list draws only what it can measure: lines of 100 in a window of 800.
if (typeof HTMLElement !== 'undefined') {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: (): number => 800 },
    clientWidth: { configurable: true, get: (): number => 600 },
  })
  Object.defineProperty(HTMLTableRowElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 })
}

/** Lists in memory for the register's screens. */
export function registerInMemory(given: {
  rows?: readonly Recommendation[]
  reports?: readonly Report[]
  posts?: readonly Post[]
  me?: Person
}) {
  const recommendations = new MemoryRecommendations(given.rows ?? [aRecommendation()])
  const reports = new MemoryListStore<Report>(given.reports ?? [aReport()])
  const posts = new MemoryListStore<Post>(given.posts ?? [aPost()])
  const clock: Clock = standingClock()
  const versions: RowVersions = { ofRecommendation: async () => [] }
  return { recommendations, reports, posts, versions, clock, me: given.me ?? owner }
}

export type RegisterInMemory = ReturnType<typeof registerInMemory>

/** Draws a page over lists in memory, on 1 June 2021, at a place such as `#/recommendations/1`. */
export function drawRegister(page: ReactNode, lists: RegisterInMemory, address = '#/recommendations') {
  window.location.hash = address
  const client = new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false, gcTime: Number.POSITIVE_INFINITY } },
  })
  const drawn = render(
    <FluentProvider theme={teamsLightTheme}>
      <QueryClientProvider client={client}>
        <NavigationProvider>
          <AnnouncerProvider>
            <ServicesProvider services={lists as unknown as Services} today="2021-06-01">
              {page}
            </ServicesProvider>
          </AnnouncerProvider>
        </NavigationProvider>
      </QueryClientProvider>
    </FluentProvider>,
  )
  return { ...drawn, client, refresh: () => client.refetchQueries() }
}
