import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { NavigationProvider } from '../../src/tab/ui/navigation.tsx'
import { type Services, ServicesProvider } from '../../src/tab/ui/services.tsx'
import type { ListStore } from '../../src/usecases/ports.ts'

/** A store that nobody should ask in this test: each question fails with its name. */
function unasked<T extends object>(name: string): T {
  return new Proxy(
    {},
    {
      get: () => () => {
        throw new Error(`${name} was asked, but this screen should not need it`)
      },
    },
  ) as T
}

/** A read-only list in memory. */
export function listOf<T>(...values: readonly T[]): ListStore<T> {
  const rows = values.map((value, index) => ({ id: String(index + 1), etag: '"1"', value }))
  const store: Pick<ListStore<T>, 'changesSince'> = {
    changesSince: async () => ({ rows, unreadable: [], removed: [], token: 'now', restarted: false }),
  }
  return { ...unasked<ListStore<T>>('the list'), ...store }
}

/** Draws a page of the tab over services in memory, at a place such as `#/exercises/1`. */
export function drawPage(page: ReactNode, address: string, today: string, services: Partial<Services>) {
  window.location.hash = address
  const all = new Proxy(services as Services, {
    get: (given, name) => Reflect.get(given, name) ?? unasked(String(name)),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <FluentProvider theme={teamsLightTheme}>
      <QueryClientProvider client={client}>
        <NavigationProvider>
          <ServicesProvider services={all} today={today}>
            {page}
          </ServicesProvider>
        </NavigationProvider>
      </QueryClientProvider>
    </FluentProvider>,
  )
}
